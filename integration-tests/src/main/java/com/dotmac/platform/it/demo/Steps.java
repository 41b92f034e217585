package com.dotmac.platform.it.demo;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * The steps of the demo, one line each, and what they started.
 *
 * <p>A step that starts something and the end of the demo never overlap: an interrupt waits until
 * the step knows what it has started, so nothing is left behind.
 */
final class Steps {
  private final PrintStream out;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private volatile boolean ending;

  Steps(PrintStream out) {
    this.out = out;
  }

  /** The demo was interrupted: whoever gets this stops where he is, in silence. */
  static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Takes a step and shows how long it took.
   *
   * @param name what is done
   * @param work does it and says in a few words what came of it
   * @throws DemoFailure if it fails
   */
  synchronized void take(String name, Callable<String> work) {
    refuseWhenEnding();
    long start = System.nanoTime();
    out.printf(Locale.ROOT, "  %-28s", name);
    out.flush();
    try {
      String result = work.call();
      refuseWhenEnding();
      double seconds = (System.nanoTime() - start) / 1e9;
      out.printf(Locale.ROOT, "%-56s %5.1f s%n", result, seconds);
    } catch (DemoFailure | Interrupted e) {
      throw e;
    } catch (Exception e) {
      refuseWhenEnding();
      throw new DemoFailure(name + " failed: " + e.getMessage(), e);
    }
  }

  /** Remembers what must be ended with the demo; the last is ended first. */
  synchronized <T extends AutoCloseable> T ended(T thing) {
    started.push(thing);
    return thing;
  }

  /** Whether the demo ends; whoever waits for something asks now and then. */
  void refuseWhenEnding() {
    if (ending) {
      throw new Interrupted();
    }
  }

  /**
   * Ends whatever was started. A second call does nothing.
   *
   * @return whether all of it ended well; what did not was said
   */
  boolean end() {
    ending = true;
    return endStarted();
  }

  private synchronized boolean endStarted() {
    boolean well = true;
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        well = false;
        out.println("  did not stop cleanly: " + e.getMessage());
      }
    }
    return well;
  }
}
