package com.dotmac.platform.app;

/** A command found what it was to find out, and it is bad news: an answer, not a surprise. */
public final class CommandFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /**
   * A failure with an exit code of its own.
   *
   * @param message what is wrong, for the operator
   * @param exitCode exit code of the process
   */
  public CommandFailedException(String message, int exitCode) {
    super(message, null, false, false);
    this.exitCode = exitCode;
  }

  /** Exit code of the process; which one means what is said where the command is described. */
  public int exitCode() {
    return exitCode;
  }
}
