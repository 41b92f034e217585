package com.dotmac.platform.migrator.changelog;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import java.sql.SQLException;
import java.time.Duration;

/** Waits for a lock for ever, and tries nothing again. */
final class OneAttempt implements Attempts {

  @Override
  public Duration lockTimeout() {
    return Duration.ZERO;
  }

  @Override
  public void failed(String step, SQLException why) {
    throw new Refusal(
        ExitCode.CHANGE_FAILED,
        step + " lost against another session",
        String.valueOf(why.getMessage()),
        "run the same command again",
        why);
  }
}
