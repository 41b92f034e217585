package com.dotmac.platform.migrator.outcome;

/**
 * What the exit code of {@code migrator.jar} means. A pipeline decides by it, so a number once
 * given never changes its meaning.
 */
public enum ExitCode {
  /** The work is done, or there was none: the database is current. */
  DONE(0),
  /** {@code status} only: changes wait to be applied. */
  PENDING(2),
  /** {@code verify} and {@code doctor}: the database is not what the changes make. */
  DRIFT(3),
  /** A change that was applied has been edited since; nothing was run. */
  EDITED(4),
  /** Another migrator holds the deployment lock and did not let go in time; nothing was run. */
  LOCKED(5),
  /** The request is understood and not carried out; the message says what stands in the way. */
  REFUSED(6),
  /** A change failed and was rolled back; the changes before it stay applied. */
  CHANGE_FAILED(7),
  /** The database has tables but no history of changes: it was made by something else. */
  UNMANAGED(8),
  /** No connection, or not a database this migrator can work on. */
  UNREACHABLE(9),
  /** The command line or the configuration file is wrong. */
  USAGE(64),
  /** A defect of the migrator itself. */
  DEFECT(70);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number the process ends with. */
  public int code() {
    return code;
  }
}
