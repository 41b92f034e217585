package com.dotmac.platform.app.schema;

/**
 * The application does not start on this database. The message is for the operator and says what to
 * do.
 */
public final class SchemaRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /**
   * A refusal.
   *
   * @param message what is wrong and what to do
   * @param exitCode exit code of the process
   */
  SchemaRefusedException(String message, int exitCode) {
    super(message, null, false, false);
    this.exitCode = exitCode;
  }

  /**
   * Exit code of the process: 2 behind, 3 drifted, 5 a migrator is at work, 6 refused, 8 unmanaged,
   * 9 unreachable, as the migrator's.
   */
  public int exitCode() {
    return exitCode;
  }
}
