package com.dotmac.platform.migrator.lock;

import com.dotmac.platform.migrator.changelog.Attempts;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tries a change again that did not get a lock, with growing pauses, until the patience is over.
 *
 * <p>A change that waits for a table makes everybody wait who comes after it. So each attempt waits
 * only briefly, and the pauses let the others through.
 */
public final class Ladder implements Attempts {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final String DEADLOCK = "40P01";

  private final String where;
  private final Duration timeout;
  private final Duration patience;
  private final Supplier<List<Blocker>> blockers;
  private final Consumer<String> notice;
  private @Nullable String climbing;
  private long deadline;
  private int attempts;
  private Duration pause = Duration.ofSeconds(1);

  /**
   * A ladder for one run.
   *
   * @param where which database, for messages
   * @param timeout how long one attempt may wait for a lock; zero for ever
   * @param patience how long one change is tried, pauses included
   * @param blockers tells who stood in the way of the last attempt
   * @param notice told of every attempt that failed
   */
  public Ladder(
      String where,
      Duration timeout,
      Duration patience,
      Supplier<List<Blocker>> blockers,
      Consumer<String> notice) {
    this.where = where;
    this.timeout = timeout;
    this.patience = patience;
    this.blockers = blockers;
    this.notice = notice;
  }

  @Override
  public Duration lockTimeout() {
    return timeout;
  }

  @Override
  public void failed(String step, SQLException why) {
    long now = System.nanoTime();
    if (!Objects.equals(climbing, step)) {
      climbing = step;
      attempts = 0;
      pause = Duration.ofSeconds(1);
      deadline = now - timeout.toNanos() + patience.toNanos();
    }
    attempts++;
    Duration left = Duration.ofNanos(deadline - now);
    if (left.isNegative() || left.isZero()) {
      throw outlasted(step, why);
    }
    Duration rest = pause.compareTo(left) < 0 ? pause : left;
    notice.accept(
        "  %s %s; attempt %d in %d s"
            .formatted(step, reason(why), attempts + 1, (rest.toMillis() + 999) / 1000));
    sleep(rest);
    Duration next = pause.multipliedBy(2);
    pause = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
  }

  private String reason(SQLException why) {
    return DEADLOCK.equals(why.getSQLState())
        ? "met a deadlock"
        : "did not get its lock in " + timeout.toSeconds() + " s";
  }

  private Refusal outlasted(String step, SQLException why) {
    List<Blocker> found = blockers.get();
    String who =
        found.isEmpty()
            ? "Nobody was seen in the way: " + why.getMessage()
            : found.stream()
                .map(blocker -> "In the way: " + blocker.description())
                .collect(Collectors.joining("\n"));
    String remedy =
        found.stream()
            .map(blocker -> "\nan administrator may end it: " + blocker.remedy())
            .collect(Collectors.joining());
    return new Refusal(
        ExitCode.CHANGE_FAILED,
        "%s did not get its lock on %s".formatted(step, where),
        "It was tried %d times in %d s.\n".formatted(attempts, patience.toSeconds())
            + who
            + "\nIt was rolled back: nothing of it remains. The changes before it stay applied.",
        "run the same command again when the other has ended, or with a longer --lock-patience;"
            + remedy,
        why);
  }

  private static void sleep(Duration pause) {
    try {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted between two attempts", e);
    }
  }
}
