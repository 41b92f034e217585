package com.dotmac.platform.domain.tenancy;

import java.time.ZoneId;
import java.util.Set;

/**
 * The names of time zones in the IANA database, as far as this Java knows them.
 *
 * <p>An offset such as {@code +02:00} is none: it knows no summer time, so the days of a tenant
 * would begin at the wrong hour for half of the year.
 */
public final class TimeZones {

  private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

  private TimeZones() {}

  /**
   * Whether a text is such a name, in the case in which it is written there.
   *
   * @param name for example {@code Europe/Berlin}
   */
  public static boolean isKnown(String name) {
    // Java adds these names of its own; PostgreSQL and everybody else have never heard of them.
    return KNOWN.contains(name) && !name.startsWith("SystemV/");
  }
}
