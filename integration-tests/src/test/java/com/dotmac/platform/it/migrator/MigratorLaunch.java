package com.dotmac.platform.it.migrator;

import com.dotmac.platform.it.harness.MigratedPostgres;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.migrator.Main;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a migrator is started as a process of its own, cheaply: most of a start is the loading of
 * classes, so the first start leaves an archive of them for all others of this JVM.
 */
final class MigratorLaunch {
  private static final List<String> FLAGS =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx96m", "-Xshare:auto");

  private static final class Prepared {
    static final MigratorLaunch LAUNCH = prepare();
  }

  private final Path archive;
  private final String classPath;

  private MigratorLaunch(Path archive, String classPath) {
    this.archive = archive;
    this.classPath = classPath;
  }

  /** The words of a command that runs {@code db VERB …}. */
  static List<String> command(String... verb) {
    return Prepared.LAUNCH.words("-XX:SharedArchiveFile=", verb);
  }

  private static MigratorLaunch prepare() {
    try {
      Path folder = Files.createTempDirectory("dotmac-migrator");
      folder.toFile().deleteOnExit();
      MigratorLaunch launch = new MigratorLaunch(folder.resolve("migrator.jsa"), classPath(folder));
      launch.archive.toFile().deleteOnExit();
      try (TestDatabase database = MigratedPostgres.emptyDatabase()) {
        launch.train(database);
      }
      return launch;
    } catch (IOException e) {
      throw new UncheckedIOException("No migrator can be started", e);
    }
  }

  private void train(TestDatabase database) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words("-XX:ArchiveClassesAtExit=", "migrate"));
    builder.environment().putAll(database.environmentOfOwner());
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException("The migrator does not migrate an empty database");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> words(String archiving, String... verb) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(FLAGS);
    words.add(archiving + archive);
    words.add("-Xlog:disable");
    words.add("-cp");
    words.add(classPath);
    words.add(Main.class.getName());
    words.add("db");
    words.addAll(List.of(verb));
    return words;
  }

  /** Jars only: an archive knows no classes that lie in folders. */
  private static String classPath(Path folder) throws IOException {
    String ours =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path migrator = codeOfMigrator();
    Path jar = Files.isDirectory(migrator) ? packed(migrator, folder) : migrator;
    return Stream.concat(
            Stream.of(jar.toString()),
            Stream.of(ours.split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar") && !entry.equals(migrator.toString())))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path codeOfMigrator() {
    try {
      return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The migrator lies nowhere", e);
    }
  }

  private static Path packed(Path classes, Path folder) throws IOException {
    Path jar = folder.resolve("migrator.jar");
    jar.toFile().deleteOnExit();
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file);
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(
            new JarEntry(classes.relativize(each).toString().replace(File.separatorChar, '/')));
        Files.copy(each, entries);
        entries.closeEntry();
      }
    }
    return jar;
  }
}
