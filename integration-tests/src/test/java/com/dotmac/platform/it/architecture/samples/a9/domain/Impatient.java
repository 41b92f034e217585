package com.dotmac.platform.it.architecture.samples.a9.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;

/** Asks the machine for the time, in four ways. */
@SuppressWarnings("JavaUtilDate")
final class Impatient {
  Instant instant() {
    return Instant.now();
  }

  LocalDate day() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  Date date() {
    return new Date();
  }

  long millis() {
    return System.currentTimeMillis();
  }
}
