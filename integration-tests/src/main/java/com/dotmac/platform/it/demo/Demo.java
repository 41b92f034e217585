package com.dotmac.platform.it.demo;

import com.dotmac.platform.it.demo.data.Story;
import com.dotmac.platform.it.harness.DomainSessions;
import com.dotmac.platform.it.harness.JarProgram;
import com.dotmac.platform.it.harness.KeptPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code make demo}: PostgreSQL, migrator, data and application, one after the other, until Ctrl-C.
 * Run from the root of the repository after the jars are built.
 */
final class Demo {
  private static final Path APP = Path.of("app", "target", "app.jar");
  private static final Path MIGRATOR = Path.of("migrator", "target", "migrator.jar");

  private final DemoDirectory directory;
  private final PrintStream out;
  private final Steps steps;

  Demo(DemoDirectory directory, PrintStream out, Steps steps) {
    this.directory = directory;
    this.out = out;
    this.steps = steps;
  }

  /** Starts everything and comes back, with the application, when the platform serves. */
  AppServer start(Ports ports, Clock clock) throws IOException, SQLException {
    KeptPostgres[] server = new KeptPostgres[1];
    steps.take(
        "PostgreSQL",
        () -> {
          server[0] = steps.ended(startPostgres());
          return "port " + server[0].port();
        });
    DemoDatabase database = new DemoDatabase(server[0]);
    steps.take("Database", database::prepare);
    steps.take("migrator.jar db migrate", () -> migrate(database));
    steps.take(
        "Login of the app's role",
        () -> {
          database.letTheAppIn();
          return database.appUser();
        });
    KeptKeys keys = new KeptKeys(directory.keys());
    List<Story> stories = Story.all();
    steps.take("Demo data", () -> load(database, stories, keys, clock));
    AppServer[] app = new AppServer[1];
    steps.take(
        "app.jar server",
        () -> {
          app[0] = steps.ended(AppServer.start(app(database, ports), directory));
          app[0].awaitHealth(ports.admin(), steps);
          return "port %d, admin %d".formatted(ports.api(), ports.admin());
        });
    Welcome.print(out, ports, database, stories, keys);
    Welcome.printEnd(out, directory.path());
    return app[0];
  }

  private KeptPostgres startPostgres() {
    try {
      return KeptPostgres.start(directory.path());
    } catch (IOException e) {
      throw new DemoFailure(
          "%s%nIts log is %s. If the data is from another version: make demo-reset"
              .formatted(e.getMessage(), KeptPostgres.log(directory.path())),
          e);
    }
  }

  private String migrate(DemoDatabase database) throws IOException {
    JarProgram.Ended ended =
        JarProgram.onThisJava(MIGRATOR, database.environmentOfOwner()).run("db", "migrate");
    Files.writeString(directory.migratorLog(), ended.out() + ended.err(), StandardCharsets.UTF_8);
    if (ended.exitCode() != 0) {
      steps.refuseWhenEnding();
      throw new DemoFailure(
          "migrator.jar db migrate ended with exit code %d:%n%s%nIf the data is from another version: make demo-reset"
              .formatted(ended.exitCode(), ended.err().strip().indent(4).stripTrailing()),
          null);
    }
    long changes = ended.out().lines().filter(line -> line.startsWith("  ")).count();
    return changes == 0 ? "up to date" : changes + " changes applied";
  }

  private String load(DemoDatabase database, List<Story> stories, KeptKeys keys, Clock clock)
      throws IOException, SQLException {
    boolean complete = true;
    for (Story story : stories) {
      complete &= keys.find(story.slug()).isPresent() && database.has(story);
    }
    if (complete) {
      return "kept from last time";
    }
    try (DomainSessions sessions =
        DomainSessions.at(database.jdbcUrl(), database.appUser(), database.appPassword())) {
      return new DemoData(sessions, clock, database.seals()).load(stories, database, keys);
    }
  }

  private static JarProgram app(DemoDatabase database, Ports ports) {
    Map<String, String> environment = new HashMap<>(database.environmentOfApp());
    environment.put("PORT", Integer.toString(ports.api()));
    environment.put("ADMIN_PORT", Integer.toString(ports.admin()));
    return JarProgram.onThisJava(APP, environment);
  }
}
