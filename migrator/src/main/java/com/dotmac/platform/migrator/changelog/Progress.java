package com.dotmac.platform.migrator.changelog;

import java.time.Duration;

/** Is told of every change as soon as it is applied and in the history. */
public interface Progress {

  /** A change is done; its transaction is committed. */
  void applied(String id, Duration took);
}
