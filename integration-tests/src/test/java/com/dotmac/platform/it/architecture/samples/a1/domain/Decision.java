package com.dotmac.platform.it.architecture.samples.a1.domain;

/** Of a module that the migrator does not know. */
public final class Decision {
  private Decision() {}

  /** Something to call. */
  public static int answer() {
    return 42;
  }
}
