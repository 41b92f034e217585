package com.dotmac.platform.it.demo;

import org.jspecify.annotations.Nullable;

/** The demo cannot go on; the message is all that the person at the terminal gets to see. */
final class DemoFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what failed and what to do, for people
   * @param cause what was caught; {@code null} when nothing was
   */
  DemoFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
