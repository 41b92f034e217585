package com.dotmac.platform.app.schema;

/** What the database is to this build. */
public enum SchemaState {
  /** Exactly the version that the build needs. */
  CURRENT(true, 0, ""),
  /** Newer than the build, and all that came since leaves room for older builds. */
  AHEAD_COMPATIBLE(true, 0, ""),
  /** Newer than the build, and something that older builds need may be gone. */
  AHEAD_CONTRACTED(false, 6, "Deploy the app of the same release as the migrator."),
  /** Older than the build, and not older than the oldest schema that the build tolerates. */
  BEHIND_TOLERATED(true, 0, "Run: java -jar migrator.jar db migrate"),
  /** Older than the oldest schema that the build tolerates. */
  BEHIND(false, 2, "Run: java -jar migrator.jar db migrate"),
  /** No table at all. */
  EMPTY(false, 2, "Run: java -jar migrator.jar db migrate"),
  /** Tables, but no history of changes: something other than the migrator made them. */
  UNMANAGED(false, 8, "Run: java -jar migrator.jar db adopt"),
  /** No answer. */
  UNREACHABLE(false, 9, "Check the address, the credentials and the server.");

  private final boolean fit;
  private final int exitCode;
  private final String remedy;

  SchemaState(boolean fit, int exitCode, String remedy) {
    this.fit = fit;
    this.exitCode = exitCode;
    this.remedy = remedy;
  }

  /** Whether the application may start and serve. */
  public boolean fit() {
    return fit;
  }

  /** What to do about it; empty where nothing is to be done. */
  public String remedy() {
    return remedy;
  }

  /**
   * Exit code of the process when it does not start on this state; the same numbers as the
   * migrator's.
   */
  int exitCode() {
    return exitCode;
  }
}
