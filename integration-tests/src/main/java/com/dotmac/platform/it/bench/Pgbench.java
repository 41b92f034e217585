package com.dotmac.platform.it.bench;

import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs statements of ours by pgbench, prepared, as the role of the application.
 *
 * @param database where
 * @param folder where files are laid for other programs
 */
record Pgbench(TestDatabase database, Path folder) {

  /**
   * Runs a file of statements again and again.
   *
   * @param statements name of a file beside this class
   * @param atOnce how many clients
   * @param howLong {@code -T} and seconds, or {@code -t} and how often by each client
   * @param variables what the statements are about
   * @return how many transactions it did in a second
   */
  double perSecond(
      String statements, int atOnce, List<String> howLong, Map<String, String> variables)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-c", "" + atOnce, "-j", "2"));
    command.addAll(howLong);
    variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
    command.addAll(
        List.of(
            "-f", resource(statements).toString(), database.jdbcUrl().substring("jdbc:".length())));
    return Tool.run(
            Map.of("PGUSER", database.appUser(), "PGPASSWORD", database.appPassword()), command)
        .number("tps = ([\\d.]+)");
  }

  /** A file of ours, laid where another program can read it. */
  Path resource(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream content = Pgbench.class.getResourceAsStream(name)) {
      if (content == null) {
        throw new IllegalStateException("There is no " + name);
      }
      Files.write(file, content.readAllBytes());
    }
    return file;
  }
}
