package com.dotmac.platform.migrator.lock;

/**
 * The advisory locks of the migrator, and how {@code pg_locks} shows them. The numbers are the same
 * in every release, so that old and new migrators exclude each other.
 */
final class LockKeys {
  /** The deployment lock: "dotmac" twice, as one number. */
  static final long DEPLOYMENT = 0x646f746d_6163646dL;

  /** First half of the mark of a working session; the second is the process that has the lock. */
  static final int WORK = 0x646f746d;

  // Put together by the compiler: a run that finds nothing to do reads them, and is in a hurry.
  private static final String HERE =
      " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())";

  /** Condition on {@code pg_locks l}: the deployment lock of this database. */
  static final String IS_DEPLOYMENT =
      "l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.classid = "
          + (DEPLOYMENT >>> 32)
          + " AND l.objid = "
          + (DEPLOYMENT & 0xffff_ffffL)
          + HERE;

  /** Condition on {@code pg_locks l}: the mark of a working session in this database. */
  static final String IS_WORK =
      "l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.classid = " + WORK + HERE;

  private LockKeys() {}
}
