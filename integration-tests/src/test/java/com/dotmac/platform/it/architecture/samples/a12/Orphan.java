package com.dotmac.platform.it.architecture.samples.a12;

/** Lives in a package that says nothing of itself. */
final class Orphan {
  private Orphan() {}
}
