package com.dotmac.platform.migrator.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the working session from the lock's connection, twice a second: who stands in its
 * way, and how far an index has come.
 *
 * <p>Each look is a statement of its own that holds no snapshot after it, and is a sign of life:
 * others see from it that the holder of the lock is there.
 */
final class Watch implements AutoCloseable {
  static final Duration BEAT = Duration.ofMillis(500);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);

  private final Connection connection;
  private final Witness witness;
  private final Set<Integer> told = new HashSet<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "deployment-lock");
            thread.setDaemon(true);
            return thread;
          });
  private final ScheduledFuture<?> beats;
  private volatile int working;
  private volatile List<Blocker> blockers = List.of();
  private volatile @Nullable SQLException failure;
  private long nextLine = Long.MIN_VALUE;

  private Watch(Connection connection, Witness witness) {
    this.connection = connection;
    this.witness = witness;
    beats =
        clock.scheduleWithFixedDelay(
            this::look, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  static Watch start(Connection connection, Witness witness) {
    return new Watch(connection, witness);
  }

  /** Says which server process does the work. */
  void over(int pid) {
    working = pid;
  }

  /** Who stood in the way when it was last looked; empty when it was nobody. */
  List<Blocker> blockers() {
    return blockers;
  }

  /** Forgets who stood in the way. */
  void forget() {
    blockers = List.of();
  }

  /** Why there is no more sign of life, or {@code null} while there is. */
  @Nullable SQLException failure() {
    return failure;
  }

  @Override
  public void close() {
    beats.cancel(false);
    clock.shutdownNow();
    try {
      clock.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      List<Blocker> found = Blocker.of(connection, working);
      if (!found.isEmpty()) {
        blockers = found;
      }
      for (Blocker blocker : found) {
        if (told.add(blocker.pid())) {
          witness.waiting("  waiting for " + blocker.description());
        }
      }
      tellProgress();
    } catch (SQLException e) {
      failure = e;
      clock.shutdown();
    }
  }

  private void tellProgress() throws SQLException {
    String line = IndexBuild.progress(connection, working);
    long now = System.nanoTime();
    if (line == null) {
      nextLine = Long.MIN_VALUE;
    } else if (nextLine == Long.MIN_VALUE) {
      // A build that takes no longer than this needs no line.
      nextLine = now + BETWEEN_LINES.toNanos();
    } else if (now - nextLine >= 0) {
      witness.notice("  " + line);
      nextLine = now + BETWEEN_LINES.toNanos();
    }
  }
}
