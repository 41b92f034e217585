package com.dotmac.platform.migrator.lock;

import java.util.function.Consumer;

/** Hears what happens around a lock. While the lock is held it is called from another thread. */
public interface Witness {

  /**
   * Somebody is waited for; told once for each.
   *
   * @param line who, as a line for people
   */
  void waiting(String line);

  /**
   * Something that is not a wait: a leftover was healed, a long step has come so far.
   *
   * @param line as a line for people
   */
  void notice(String line);

  /** One that prints everything in the same way. */
  static Witness of(Consumer<String> lines) {
    return new Witness() {
      @Override
      public void waiting(String line) {
        lines.accept(line);
      }

      @Override
      public void notice(String line) {
        lines.accept(line);
      }
    };
  }
}
