package com.dotmac.platform.it.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where the demo keeps everything: data, keys, logs. One demo at a time works in a directory; the
 * lock is the operating system's, so that a killed demo leaves none.
 */
final class DemoDirectory implements AutoCloseable {
  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel lock;

  private DemoDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Takes a directory, made if absent.
   *
   * @throws DemoFailure if another demo has it, or it cannot be written
   */
  static DemoDirectory take(Path path) {
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isLocked(channel)) {
        return new DemoDirectory(path.toRealPath(), channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new DemoFailure("Cannot write to " + path + ": " + e.getMessage(), e);
    }
    throw new DemoFailure(
        "A demo is running in " + path + " already. Stop it first (Ctrl-C in its terminal).", null);
  }

  Path path() {
    return path;
  }

  Path appLog() {
    return path.resolve("app.log");
  }

  Path appPid() {
    return path.resolve("app.pid");
  }

  Path migratorLog() {
    return path.resolve("migrator.log");
  }

  Path keys() {
    return path.resolve("keys");
  }

  /** Removes everything but the lock. */
  void empty() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(path) && !file.equals(path.resolve(LOCK))) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
