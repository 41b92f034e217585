package com.dotmac.platform.it.harness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A PostgreSQL of another version than the one every test runs on. Its programs are in a jar that
 * the build lays into {@code target/postgres-VERSION}: on the class path it would hide the others.
 *
 * <p>Never the place for a test that does not ask about versions.
 */
public final class OtherPostgres implements AutoCloseable {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final PostgresServer server;

  private OtherPostgres(PostgresServer server) {
    this.server = server;
  }

  /**
   * Starts a server.
   *
   * @param version its major version
   * @throws IllegalStateException if the build has not laid its programs where they are looked for
   */
  public static OtherPostgres start(int version) {
    Path jar = jar(version);
    return new OtherPostgres(PostgresServer.start((system, machine) -> programs(jar)));
  }

  /** A new database with nothing in it, owned by {@code dotmac_owner}. */
  public TestDatabase emptyDatabase() {
    String name = "it_other_" + DATABASES.incrementAndGet();
    server.administer(
        "CREATE DATABASE %s OWNER %s TEMPLATE template0".formatted(name, PostgresServer.OWNER));
    return new TestDatabase(server, name);
  }

  @Override
  public void close() {
    server.stop();
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
