package com.dotmac.platform.it.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Does the same act many times at once, each in a thread of its own, all let go together. */
public final class AtOnce {
  private AtOnce() {}

  /**
   * Runs the act so many times.
   *
   * @param act is given its place, from zero
   * @return results in the order of the places
   * @throws AssertionError if one of them fails or does not end
   */
  public static <T> List<T> times(int count, IntFunction<T> act) {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    CountDownLatch ready = new CountDownLatch(count);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int place = 0; place < count; place++) {
        int mine = place;
        running.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return act.apply(mine);
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get(2, TimeUnit.MINUTES));
      }
      return results;
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("One of those at once failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
