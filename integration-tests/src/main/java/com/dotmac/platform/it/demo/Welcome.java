package com.dotmac.platform.it.demo;

import com.dotmac.platform.it.demo.data.Story;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** What stands on the terminal once everything runs: addresses, keys, and four lines to paste. */
final class Welcome {
  private Welcome() {}

  static void print(
      PrintStream out, Ports ports, DemoDatabase database, List<Story> stories, KeptKeys keys)
      throws SQLException {
    String api = "http://localhost:" + ports.api();
    String admin = "http://localhost:" + ports.admin();
    out.println();
    out.println("The platform is running.");
    out.println();
    if (ports.note() != null) {
      out.println("  " + ports.note());
      out.println();
    }
    out.println("  API        " + api + "/api/v1");
    out.println("  Health     " + admin + "/healthcheck");
    out.println("  Schema     " + admin + "/schema");
    out.println("  Database   " + database.addressForPeople());
    out.println();
    for (Story story : stories) {
      out.printf("  Key of %-13s %s%n", story.slug(), keys.find(story.slug()).orElse("none"));
    }
    String key = keys.find(stories.get(0).slug()).orElse("none");
    out.println();
    out.println(
        "Paste one of these into another terminal: list partners, create one, ask how one of");
    out.println("them stands, ask for the version of the schema.");
    out.println();
    out.println(
        "  curl -s -H 'Authorization: Bearer %s' '%s/api/v1/partners?limit=3'".formatted(key, api));
    out.println(
        "  curl -s -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' -d '%s' '%s/api/v1/partners'"
            .formatted(key, newPartner(), api));
    out.println(
        "  curl -s -H 'Authorization: Bearer %s' '%s/api/v1/partners/%s/reconciliation'"
            .formatted(key, api, database.example(stories.get(0))));
    out.println("  curl -s '%s/healthcheck?pretty=true'".formatted(admin));
    out.println();
  }

  static void printEnd(PrintStream out, Path directory) {
    out.println(
        "Ctrl-C stops everything. The data stays in " + directory + " until make demo-reset.");
    out.flush();
  }

  /** A company's name is unique in its tenant, so each paste makes up another one. */
  private static String newPartner() {
    return "{\"companyName\":\"Kestrel '$(date +%s)'\",\"primaryEmail\":\"hello@kestrel.example\"}";
  }
}
