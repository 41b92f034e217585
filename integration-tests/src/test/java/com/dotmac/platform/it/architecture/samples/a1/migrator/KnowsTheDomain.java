package com.dotmac.platform.it.architecture.samples.a1.migrator;

import com.dotmac.platform.it.architecture.samples.a1.domain.Decision;

/** Of the migrator, and calls the domain. */
public final class KnowsTheDomain {
  private KnowsTheDomain() {}

  /** Something to call. */
  public static int ask() {
    return Decision.answer();
  }
}
