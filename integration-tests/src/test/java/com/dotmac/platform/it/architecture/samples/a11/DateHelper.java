package com.dotmac.platform.it.architecture.samples.a11;

/** Says nothing of itself. */
final class DateHelper {
  private DateHelper() {}
}
