package com.dotmac.platform.domain.tenancy;

import java.time.ZoneId;
import java.util.Currency;

/**
 * What may be changed of a tenant.
 *
 * @param name name for people, 1 to 255 characters
 * @param timeZone zone that decides the tenant's days and months, see {@link TimeZones}
 * @param defaultCurrency currency where a request names none
 */
public record TenantSettings(String name, ZoneId timeZone, Currency defaultCurrency) {

  /** Checks the name. */
  public TenantSettings {
    if (name.isBlank() || name.length() > 255) {
      throw new TenantException.InvalidName();
    }
  }
}
