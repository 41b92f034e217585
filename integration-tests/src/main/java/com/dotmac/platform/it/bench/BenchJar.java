package com.dotmac.platform.it.bench;

import com.dotmac.platform.it.harness.JarProgram;
import com.dotmac.platform.it.harness.MigratedPostgres;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A migrator.jar that packages other changes, with their digest, and is otherwise as shipped. */
final class BenchJar {
  private BenchJar() {}

  /**
   * Makes it.
   *
   * @param shipped the jar of the build
   * @param list a folder with {@code changelog.yaml} and {@code changes}
   * @param jar where it goes
   */
  static void make(Path shipped, Path list, Path jar) throws IOException {
    Files.copy(shipped, jar, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of())) {
      Path db = inside.getPath("/db");
      for (Path old : files(db)) {
        Files.delete(old);
      }
      for (Path file : files(list)) {
        Path copy = db.resolve(list.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    addDigest(jar);
  }

  /** As the build does it: the jar applies its changes and writes down what they left. */
  private static void addDigest(Path jar) throws IOException {
    Path folder = Files.createTempDirectory("bench-digest");
    try (TestDatabase database = MigratedPostgres.emptyDatabase()) {
      JarProgram.Ended ended =
          JarProgram.onThisJava(jar, database.environmentOfOwner())
              .run("db", "snapshot", "--output-directory", folder.toString());
      if (ended.exitCode() != 0) {
        throw new IllegalStateException("db snapshot failed: " + ended.err());
      }
    }
    try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of())) {
      Files.copy(folder.resolve("digest.txt"), inside.getPath("/db/digest.txt"));
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      return below.filter(Files::isRegularFile).toList();
    }
  }
}
