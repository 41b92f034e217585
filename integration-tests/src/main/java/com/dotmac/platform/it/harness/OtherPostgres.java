package com.dotmac.platform.it.harness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * PostgreSQL of other major versions than the one every test runs on: one server of each, started
 * when it is first asked for, which ends with the JVM. Its programs are in a jar that the build
 * lays into {@code target/postgres-VERSION}: on the class path it would hide the others.
 *
 * <p>Never reached from outside this package: databases are asked of {@link MigratedPostgres}.
 */
final class OtherPostgres {
  private static final ConcurrentMap<Integer, PostgresServer> SERVERS = new ConcurrentHashMap<>();

  private OtherPostgres() {}

  /**
   * The server of a version.
   *
   * @throws IllegalStateException if the build has not laid its programs where they are looked for
   */
  static PostgresServer ofVersion(int version) {
    return SERVERS.computeIfAbsent(version, OtherPostgres::start);
  }

  private static PostgresServer start(int version) {
    Path jar = jar(version);
    return PostgresServer.start((system, machine) -> programs(jar));
  }

  private static Path jar(int version) {
    Path folder = Path.of("target", "postgres-" + version);
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
      if (jars.size() == 1) {
        return jars.get(0);
      }
      throw new IllegalStateException(folder.toAbsolutePath() + " has to hold one jar: " + jars);
    } catch (IOException e) {
      throw new IllegalStateException(
          "The programs of PostgreSQL %d are not in %s; the build lays them there: mvn verify"
              .formatted(version, folder.toAbsolutePath()),
          e);
    }
  }

  // The jar is made for one platform, so the only archive in it is the right one.
  private static InputStream programs(Path jar) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry archive =
          zip.stream()
              .filter(entry -> entry.getName().endsWith(".txz"))
              .findFirst()
              .map(ZipEntry.class::cast)
              .orElseThrow(() -> new IllegalStateException(jar + " holds no programs"));
      try (InputStream content = zip.getInputStream(archive)) {
        return new ByteArrayInputStream(content.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
