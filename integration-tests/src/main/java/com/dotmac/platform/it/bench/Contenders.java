package com.dotmac.platform.it.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who runs: the tools that are on this machine, each with nothing on its class path but its own.
 */
final class Contenders {
  private static final List<String> OF_LIQUIBASE =
      List.of(
          "liquibase-core",
          "snakeyaml",
          "commons-io",
          "commons-lang3",
          "commons-text",
          "commons-collections4",
          "opencsv",
          "postgresql",
          "picocli");

  private static final List<String> DRIVER = List.of("postgresql");

  private static final List<String> OF_FLYWAY =
      List.of("flyway", "postgresql", "jackson-core", "jackson-databind", "jackson-annotations");

  private final BenchChanges changes;
  private final Path flywayCommandLine;
  private final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private final List<Path> jars;

  /**
   * @param libraries a folder with the jars of other tools that are no dependency of ours
   */
  Contenders(BenchChanges changes, Path libraries) throws IOException {
    this.changes = changes;
    List<Path> all = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      all.add(Path.of(entry));
    }
    if (Files.isDirectory(libraries)) {
      try (Stream<Path> more = Files.list(libraries)) {
        all.addAll(more.filter(Files::isRegularFile).sorted().toList());
      }
    }
    this.jars = List.copyOf(all);
    this.flywayCommandLine = libraries.resolve("flyway-command-line");
  }

  /** Our jar. */
  Contender ours(Path jar) {
    return new Contender(
        "migrator.jar", true, database -> List.of(java, "-jar", jar.toString(), "db", "migrate"));
  }

  /** Our jar with a class-data archive. */
  Contender oursWithArchive(Path jar, Path archive) {
    return new Contender(
        "migrator.jar, class-data sharing",
        true,
        database ->
            List.of(
                java,
                "-XX:SharedArchiveFile=" + archive,
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString(),
                "db",
                "migrate"));
  }

  /** Liquibase's own command line, of the release that we carry. */
  Contender liquibase() {
    return new Contender(
        "Liquibase command line",
        true,
        database ->
            List.of(
                java,
                "-cp",
                classPath(OF_LIQUIBASE),
                "liquibase.integration.commandline.LiquibaseCommandLine",
                "--url=" + database.jdbcUrl(),
                "--username=" + database.ownerUser(),
                "--password=" + database.ownerPassword(),
                "--search-path=" + changes.folder(),
                "--changelog-file=db/changelog.yaml",
                "update"));
  }

  /** Flyway's core with the least program around it. */
  Contender flyway() {
    String own = jars.get(0).toString();
    return new Contender(
        "Flyway core",
        true,
        database ->
            List.of(
                java,
                "-cp",
                own + File.pathSeparator + classPath(OF_FLYWAY),
                BareFlyway.class.getName(),
                database.jdbcUrl(),
                database.ownerUser(),
                database.ownerPassword(),
                changes.flyway().toString()));
  }

  /** Flyway's own command line, with the driver that all have. It is not asked to look for news. */
  Contender flywayCommandLine() {
    return new Contender(
        "Flyway command line",
        true,
        database ->
            List.of(
                java,
                "-cp",
                flywayCommandLine + File.separator + "*" + File.pathSeparator + classPath(DRIVER),
                "org.flywaydb.commandline.Main",
                "-skipCheckForUpdate",
                "-url=" + database.jdbcUrl(),
                "-user=" + database.ownerUser(),
                "-password=" + database.ownerPassword(),
                "-locations=filesystem:" + changes.flyway(),
                "migrate"));
  }

  /** Whether the jars of that are there. */
  boolean hasFlywayCommandLine() {
    return Files.isDirectory(flywayCommandLine);
  }

  /** The floor. It knows no history, so it cannot find nothing to do. */
  Contender psql() {
    return new Contender(
        "psql -f",
        false,
        database ->
            List.of(
                "psql",
                "--quiet",
                "--no-psqlrc",
                "--file=" + changes.script(),
                database
                    .jdbcUrl()
                    .substring("jdbc:".length())
                    .replace(
                        "://",
                        "://" + database.ownerUser() + ":" + database.ownerPassword() + "@")));
  }

  /** Whether a tool's jars are there. */
  boolean has(String jar) {
    return jars.stream().anyMatch(path -> name(path).startsWith(jar));
  }

  /** Whether a program is on the path of this machine. */
  static boolean installed(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private String classPath(List<String> names) {
    return jars.stream()
        .filter(jar -> names.stream().anyMatch(wanted -> isOf(wanted, name(jar))))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** {@code jackson-core-2.21.jar} is of {@code jackson-core}, and so is a flyway module. */
  private static boolean isOf(String wanted, String jar) {
    return jar.matches(wanted + "(-\\d|-core-\\d|-database-).*");
  }

  private static String name(Path jar) {
    Path file = jar.getFileName();
    return file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
  }
}
