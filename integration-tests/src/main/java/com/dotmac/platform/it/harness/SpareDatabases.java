package com.dotmac.platform.it.harness;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Databases made ahead, so that a test class finds one ready: PostgreSQL copies the template while
 * the class before is still busy. A database that nobody took ends with the server.
 */
final class SpareDatabases {
  /** As many as test classes run at once, and one for a test that wants its own. */
  private static final int SPARES = 3;

  private final Supplier<TestDatabase> source;
  private final Queue<CompletableFuture<TestDatabase>> ready = new ArrayDeque<>();
  private final ExecutorService maker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "spare-databases");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Starts to make the first spares.
   *
   * @param source makes one database; called by one thread at a time
   */
  SpareDatabases(Supplier<TestDatabase> source) {
    this.source = source;
    for (int i = 0; i < SPARES; i++) {
      order();
    }
  }

  /**
   * The oldest spare, now the caller's; waits for it if all are taken.
   *
   * @throws java.util.concurrent.CompletionException if it could not be made, with the reason
   */
  TestDatabase take() {
    CompletableFuture<TestDatabase> oldest;
    synchronized (ready) {
      oldest = ready.remove();
      order();
    }
    return oldest.join();
  }

  private void order() {
    synchronized (ready) {
      ready.add(CompletableFuture.supplyAsync(source, maker));
    }
  }
}
