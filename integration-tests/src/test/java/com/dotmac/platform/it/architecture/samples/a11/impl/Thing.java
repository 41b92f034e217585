package com.dotmac.platform.it.architecture.samples.a11.impl;

/** Lives nowhere in particular. */
final class Thing {
  private Thing() {}
}
