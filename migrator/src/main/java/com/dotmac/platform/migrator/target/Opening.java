package com.dotmac.platform.migrator.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A connection that is being opened while its owner does something else: most of signing in is the
 * hashing of the password and the way to the server and back.
 */
public final class Opening implements AutoCloseable {
  private final FutureTask<Connection> task;
  private boolean taken;

  private Opening(Target target) {
    task = new FutureTask<>(() -> Connector.open(target));
  }

  /** Begins to open one; returns at once. */
  public static Opening of(Target target) {
    Opening opening = new Opening(target);
    Thread thread = new Thread(opening.task, "connection ahead");
    thread.setDaemon(true);
    thread.start();
    return opening;
  }

  /**
   * Waits for the connection, which is the caller's from now on. To be called once.
   *
   * @throws com.dotmac.platform.migrator.outcome.Refusal as {@link Connector#open}
   */
  public Connection take() {
    taken = true;
    return await();
  }

  private Connection await() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof RuntimeException cause) {
            throw cause;
          }
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Closes the connection when nobody took it. */
  @Override
  public void close() throws SQLException {
    if (taken) {
      return;
    }
    taken = true;
    Connection left;
    try {
      left = await();
    } catch (RuntimeException e) {
      // It could not be opened, and nobody wants it any more.
      return;
    }
    left.close();
  }
}
