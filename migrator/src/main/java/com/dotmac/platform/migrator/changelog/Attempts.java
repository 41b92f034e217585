package com.dotmac.platform.migrator.changelog;

import java.sql.SQLException;
import java.time.Duration;

/** Whether a change is tried again that lost against other sessions, and after which pause. */
public interface Attempts {

  /** How long one statement of a change may wait for a lock; zero is for ever. */
  Duration lockTimeout();

  /**
   * An attempt failed and nothing of it remains. Returns, after a pause, when there shall be
   * another.
   *
   * @param step what was tried: the change, or what Liquibase does around the changes
   * @param why a lock timeout, a deadlock or a serialization failure
   * @throws com.dotmac.platform.migrator.outcome.Refusal when there shall be none
   */
  void failed(String step, SQLException why);
}
