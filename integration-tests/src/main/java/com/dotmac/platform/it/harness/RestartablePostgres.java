package com.dotmac.platform.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL of a test's own that can be stopped, killed and started again on its data and port,
 * with one migrated database in it. Loses nothing that it has committed.
 */
public final class RestartablePostgres implements AutoCloseable {
  private static final String NAME = "restarted";

  private final Path data;
  private final int port;
  private final TestDatabase database;
  private PostgresServer server;

  private RestartablePostgres(Path data, int port) {
    this.data = data;
    this.port = port;
    server = PostgresServer.startOn(data, port);
    server.makeOwner();
    server.administer("CREATE DATABASE %s OWNER %s".formatted(NAME, PostgresServer.OWNER));
    // Knows no more of the server than its port, which stays.
    database = new TestDatabase(server, NAME);
    MigratedPostgres.migrate(database, server);
  }

  /** Starts one and migrates its database. */
  public static RestartablePostgres start() {
    try {
      Path directory = Files.createTempDirectory("dotmac-restart");
      return new RestartablePostgres(directory.resolve("data"), freePort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its database. */
  public TestDatabase database() {
    return database;
  }

  /** Stops it as an administrator does. */
  public void stop() {
    server.stop();
  }

  /** Kills it as a power cut does: every process of it, at once. */
  public void crash() throws IOException {
    List<ProcessHandle> processes =
        Stream.of(postmaster())
            .flatMap(head -> Stream.concat(Stream.of(head), head.children()))
            .toList();
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(Endings::kill);
    // Lets go of what the library holds of it.
    server.stop();
    Files.deleteIfExists(data.resolve("postmaster.pid"));
  }

  private ProcessHandle postmaster() throws IOException {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  /** Starts it again on its data and port; it has recovered when this comes back. */
  public void startAgain() {
    server = PostgresServer.startOn(data, port);
  }

  /** Stops it and deletes its data. */
  @Override
  public void close() {
    server.stop();
    try (Stream<Path> files = Files.walk(data.getParent())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("This machine has no free port", e);
    }
  }
}
