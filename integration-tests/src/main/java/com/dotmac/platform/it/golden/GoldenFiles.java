package com.dotmac.platform.it.golden;

import com.dotmac.platform.app.http.ProblemGuide;
import com.dotmac.platform.it.configuration.ConfigurationPage;
import com.dotmac.platform.it.harness.MigratedPostgres;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.CommandLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code make golden}: lets {@code db snapshot} and {@code db docs} write the files from an empty
 * database, asks it what the gate of the application is to find, writes the page of problems, and
 * describes the API. Run from the root of the repository.
 */
public final class GoldenFiles {
  private static final String SCHEMA_DIRECTORY = "migrator/src/main/resources/db";
  private static final String DOCUMENTS = "docs/schema";
  private static final String PROBLEMS = "docs/problems.md";
  private static final String CONFIGURATION = "docs/configuration.md";
  private static final String REQUIRED_CHANGES =
      "domain/src/main/resources/com/dotmac/platform/domain/schema/changes.txt";

  private static final String REQUIRED_CATALOG =
      "domain/src/main/resources/com/dotmac/platform/domain/schema/catalog.txt";

  private static final String DESCRIPTION_OF_API = "docs/openapi.json";

  private GoldenFiles() {}

  /** Writes the files and ends with the exit code of the migrator. */
  public static void main(String[] arguments) {
    // Said before anything logs.
    System.setProperty("logback.configurationFile", "com/dotmac/platform/it/golden/logback.xml");
    System.exit(write());
  }

  private static int write() {
    try (TestDatabase database = MigratedPostgres.emptyDatabase()) {
      int snapshot =
          run(
              database,
              "snapshot",
              "--output-directory",
              SCHEMA_DIRECTORY,
              "--required-changes",
              REQUIRED_CHANGES);
      if (snapshot != 0) {
        return snapshot;
      }
      write(Path.of(REQUIRED_CATALOG), CatalogOfApp.of(database).text());
      write(Path.of(PROBLEMS), ProblemGuide.document());
      write(Path.of(DESCRIPTION_OF_API), DescriptionOfApi.of(Path.of("")));
      write(Path.of(CONFIGURATION), ConfigurationPage.of(Path.of("")));
      return run(
          database,
          "docs",
          "--output-directory",
          DOCUMENTS,
          "--migrations",
          SCHEMA_DIRECTORY + "/changelog.yaml");
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
      System.out.println("Wrote " + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int run(TestDatabase database, String... verb) {
    List<String> arguments = new ArrayList<>(List.of(verb));
    arguments.add(0, "db");
    return CommandLine.execute(
        database.environmentOfOwner(), System.out, System.err, arguments.toArray(new String[0]));
  }
}
