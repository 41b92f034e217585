package com.dotmac.platform.it.demo.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;

/** Office hours of a tenant, counted back from today. */
final class Calendar {
  private static final int OPENS = 8;
  private static final int HOURS = 9;

  private final LocalDate today;
  private final ZoneId zone;
  private final Random random;

  /**
   * A calendar.
   *
   * @param now the instant whose day is today
   * @param zone where the office is
   * @param random decides hour, minute and second
   */
  Calendar(Instant now, ZoneId zone, Random random) {
    this.today = LocalDate.ofInstant(now, zone);
    this.zone = zone;
    this.random = random;
  }

  /** Some time in office hours so many days ago. */
  Instant daysAgo(int days) {
    return officeHours(today.minusDays(days));
  }

  /** Some time in office hours so many days after the day of an instant. */
  Instant daysAfter(Instant instant, int days) {
    return officeHours(LocalDate.ofInstant(instant, zone).plusDays(days));
  }

  private Instant officeHours(LocalDate day) {
    return day.atTime(OPENS + random.nextInt(HOURS), random.nextInt(60), random.nextInt(60))
        .atZone(zone)
        .toInstant();
  }
}
