package com.dotmac.platform.it.architecture.samples.a1.app;

/** Of a module that the domain does not know. */
public final class Known {
  private Known() {}

  /** Something to call. */
  public static int answer() {
    return 42;
  }
}
