package com.dotmac.platform.it.harness;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes: asks first, and insists when asking does not help. Leaves none behind. */
public final class Endings {
  private static final Duration AFTER_KILL = Duration.ofSeconds(5);

  private Endings() {}

  /**
   * Asks a process to end and kills it when it does not.
   *
   * @param process the process; may have ended already
   * @param patience how long it may take to end when asked
   * @return whether it ended when asked
   */
  public static boolean end(ProcessHandle process, Duration patience) {
    process.destroy();
    if (endsWithin(process, patience)) {
      return true;
    }
    process.destroyForcibly();
    endsWithin(process, AFTER_KILL);
    return false;
  }

  /** Kills a process and waits until it is gone; it gets no chance to tidy up. */
  public static void kill(ProcessHandle process) {
    process.destroyForcibly();
    endsWithin(process, AFTER_KILL);
  }

  private static boolean endsWithin(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
