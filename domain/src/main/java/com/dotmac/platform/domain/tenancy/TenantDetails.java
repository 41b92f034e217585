package com.dotmac.platform.domain.tenancy;

import java.time.ZoneId;
import java.util.Currency;

/**
 * What a tenant is registered with.
 *
 * @param slug name in addresses and commands, for ever: a DNS label, lower-case letters, digits and
 *     inner hyphens, at most 63
 * @param name name for people, 1 to 255 characters
 * @param timeZone zone that decides the tenant's days and months, see {@link TimeZones}
 * @param defaultCurrency currency where a request names none
 */
public record TenantDetails(String slug, String name, ZoneId timeZone, Currency defaultCurrency) {

  /** Checks the slug and the name. */
  public TenantDetails {
    if (!slug.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")) {
      throw new TenantException.InvalidSlug(slug);
    }
    new TenantSettings(name, timeZone, defaultCurrency);
  }

  /** What may be changed later. */
  public TenantSettings settings() {
    return new TenantSettings(name, timeZone, defaultCurrency);
  }
}
