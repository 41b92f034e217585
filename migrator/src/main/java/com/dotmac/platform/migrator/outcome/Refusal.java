package com.dotmac.platform.migrator.outcome;

import org.jspecify.annotations.Nullable;

/**
 * A run that ends without having done what was asked, told so that a tired person can act on it:
 * what, why, and what to do next. It is an answer and not a surprise: it is printed without a stack
 * trace.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final String what;
  private final String why;
  private final String next;

  /**
   * @param exitCode how the process ends
   * @param what what was not done and where, in one line without a final full stop
   * @param why the reason, as sentences; may have several lines
   * @param next what to do now, with the command; may have several lines
   * @param cause what was caught, shown only with {@code --verbose}; {@code null} when nothing was
   */
  public Refusal(
      ExitCode exitCode, String what, String why, String next, @Nullable Throwable cause) {
    super(what, cause);
    this.exitCode = exitCode;
    this.what = what;
    this.why = why;
    this.next = next;
  }

  /** How the process ends. */
  public ExitCode exitCode() {
    return exitCode;
  }

  /** What was not done, and where. */
  public String what() {
    return what;
  }

  /** The reason. */
  public String why() {
    return why;
  }

  /** What to do now. */
  public String next() {
    return next;
  }

  /** The whole message as it is shown, without a final line break. */
  public String text() {
    return "error: " + what + "\n  why:  " + indented(why) + "\n  next: " + indented(next);
  }

  private static String indented(String lines) {
    return lines.strip().replace("\n", "\n        ");
  }
}
