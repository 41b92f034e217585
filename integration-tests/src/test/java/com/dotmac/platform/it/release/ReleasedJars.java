package com.dotmac.platform.it.release;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The jars of a release, built from the commit that it records: the same source, by the same Maven
 * without its tests. Kept below {@code target} by the commit, so that a second run finds them.
 *
 * @param app the application
 * @param migrator the migrator
 */
record ReleasedJars(Path app, Path migrator) {
  private static final Path KEPT = Path.of("target", "releases").toAbsolutePath();
  private static final int PATIENCE_MINUTES = 10;
  private static final int LINES_OF_A_FAILURE = 30;

  /**
   * Builds them, or finds them built. Ends the test as not run where this is no clone with the
   * history of the release.
   */
  static synchronized ReleasedJars of(Release release) throws IOException {
    Path folder = KEPT.resolve(release.commit());
    ReleasedJars jars = new ReleasedJars(folder.resolve("app.jar"), folder.resolve("migrator.jar"));
    if (!Files.exists(jars.app()) || !Files.exists(jars.migrator())) {
      delete(folder);
      Path source = Files.createDirectories(folder.resolve("source"));
      checkOut(release, source);
      build(release, source);
      for (Path jar : List.of(jars.app(), jars.migrator())) {
        String name = String.valueOf(jar.getFileName());
        String module = name.substring(0, name.length() - ".jar".length());
        Files.move(source.resolve(module).resolve("target").resolve(name), jar);
      }
      delete(source);
    }
    return jars;
  }

  private static void checkOut(Release release, Path source) throws IOException {
    Git git = new Git(Path.of(".."));
    Path zip = source.resolveSibling("source.zip");
    try {
      git.run("cat-file", "-e", release.commit() + "^{commit}");
      git.run("archive", "--format=zip", "--output=" + zip, release.commit());
    } catch (Git.Failure e) {
      abort(
          "The source of release %s is not here. It takes a clone with its whole history (git fetch --unshallow). %s"
              .formatted(release.version(), e.getMessage()));
    }
    try (FileSystem archive = FileSystems.newFileSystem(zip);
        Stream<Path> files = Files.walk(archive.getPath("/"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = source.resolve(file.toString().substring(1));
        Files.createDirectories(copy.resolveSibling("."));
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.delete(zip);
  }

  private static void build(Release release, Path source) throws IOException {
    Path log = source.resolveSibling("build.log");
    // What the build of the whole has downloaded is most often all that is needed.
    if (!maven(release, source, log, "--offline") && !maven(release, source, log)) {
      List<String> lines = Files.readAllLines(log);
      throw new AssertionError(
          "Release %s cannot be built from its commit %s:%n%s"
              .formatted(
                  release.version(),
                  release.commit(),
                  String.join(
                      "\n",
                      lines.subList(
                          Math.max(0, lines.size() - LINES_OF_A_FAILURE), lines.size()))));
    }
  }

  private static boolean maven(Release release, Path source, Path log, String... more)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(program()));
    command.addAll(List.of("--batch-mode", "--no-transfer-progress", "--threads", "1C"));
    command.addAll(List.of("--projects", "app,migrator", "--also-make", "package"));
    // It was judged when it was released; now it is only built.
    command.addAll(
        List.of(
            "-Dmaven.test.skip=true",
            "-Dspotless.check.skip=true",
            "-Denforcer.skip=true",
            "-Dcompiler.checks=-Xdiags:compact",
            "-Dbuild.commit=" + release.commit()));
    String repository = System.getProperty("maven.repo.local", "");
    if (!repository.isEmpty()) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command).directory(source.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder
        .environment()
        .merge("MAVEN_OPTS", "-Xmx768m -XX:TieredStopAtLevel=1", ReleasedJars::and);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return succeeds(builder.start());
  }

  private static boolean succeeds(Process process) {
    try {
      process.getOutputStream().close();
      return process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.destroyForcibly();
    }
  }

  /** The Maven that runs this build, or the one of the machine. */
  private static String program() {
    String home = System.getProperty("maven.home", "");
    return home.isEmpty() ? "mvn" : Path.of(home, "bin", "mvn").toString();
  }

  private static String and(String options, String more) {
    return options + " " + more;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
