package com.dotmac.platform.it.architecture.samples.a9.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;

/** Asks the machine for the time, in each way. */
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

  Instant clock() {
    return Clock.systemUTC().instant();
  }

  InstantSource source() {
    return InstantSource.system();
  }

  Calendar calendar() {
    return Calendar.getInstance(Locale.ROOT);
  }
}
