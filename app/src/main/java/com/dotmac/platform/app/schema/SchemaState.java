package com.dotmac.platform.app.schema;

import java.util.Locale;

/**
 * What a database is to a build of the application, and what follows from it. The same table, with
 * what the columns mean, is docs/schema-states.md.
 */
public enum SchemaState {
  /** The version that the build needs. */
  CURRENT(Verdict.SERVES, 0, ""),
  /** Newer than the build, and all that came since leaves room for older builds. */
  AHEAD_COMPATIBLE(Verdict.SERVES, 0, ""),
  /** A migrator is at work, and all that the build needs is there. */
  MIGRATING(Verdict.SERVES, 0, ""),
  /** A migrator is at work, and what the build needs is not there yet. */
  AWAITING_MIGRATION(
      Verdict.REFUSES,
      5,
      "Wait until it has ended; java -jar migrator.jar db locks shows what it does."),
  /** Newer than the build, and something that older builds need may be gone. */
  AHEAD_CONTRACTED(Verdict.REFUSES, 6, "Deploy the app of the same release as the migrator."),
  /** Older than the build, and not older than the oldest schema that the build tolerates. */
  BEHIND_TOLERATED(Verdict.SERVES, 0, "Run: java -jar migrator.jar db migrate"),
  /** Older than the oldest schema that the build tolerates. */
  BEHIND(Verdict.REFUSES, 2, "Run: java -jar migrator.jar db migrate"),
  /** No table at all. */
  EMPTY(Verdict.REFUSES, 2, "Run: java -jar migrator.jar db migrate"),
  /** The right version, and yet something that code or isolation rest on is not as it was made. */
  DRIFTED(Verdict.REFUSES, 3, "Run: java -jar migrator.jar db verify"),
  /** Tables, but no history of changes: something other than the migrator made them. */
  UNMANAGED(Verdict.REFUSES, 8, "Run: java -jar migrator.jar db adopt"),
  /** No answer. */
  UNREACHABLE(Verdict.REFUSES, 9, "Check the address, the credentials and the server.");

  private final Verdict verdict;
  private final int exitCode;
  private final String remedy;

  SchemaState(Verdict verdict, int exitCode, String remedy) {
    this.verdict = verdict;
    this.exitCode = exitCode;
    this.remedy = remedy;
  }

  /** Whether the application starts on it. */
  public boolean starts() {
    return verdict.starts;
  }

  /** Whether an instance that runs already is given requests. */
  public boolean ready() {
    return verdict.ready;
  }

  /** Whether the process is left alone: no state of a database is mended by a restart. */
  public boolean live() {
    return true;
  }

  /** Whether nobody needs to do anything about it. */
  public boolean healthy() {
    return verdict.healthy;
  }

  /** What to do about it; empty where nothing is to be done. */
  public String remedy() {
    return remedy;
  }

  /** The name in documents, metrics and answers: {@code ahead-compatible}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Exit code of the process when it does not start on this state; the same numbers as the
   * migrator's.
   */
  int exitCode() {
    return exitCode;
  }

  /** The columns of the table that go together. */
  private enum Verdict {
    SERVES(true, true, true),
    REFUSES(false, false, false);

    private final boolean starts;
    private final boolean ready;
    private final boolean healthy;

    Verdict(boolean starts, boolean ready, boolean healthy) {
      this.starts = starts;
      this.ready = ready;
      this.healthy = healthy;
    }
  }
}
