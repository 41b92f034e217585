package com.dotmac.platform.domain.customers;

import org.jspecify.annotations.Nullable;

/**
 * Where bills are sent; stands on invoices as it is. Countries differ in what an address has, so
 * each part may be missing.
 *
 * @param line1 street and number, or a box; {@code null}: unknown
 * @param line2 floor, building, to whose attention; {@code null}: none
 * @param city town; {@code null}: unknown
 * @param region state, province or county; {@code null}: none
 * @param postalCode in the form of the country; {@code null}: none
 * @param country ISO 3166-1 alpha-2 code; {@code null}: unknown
 */
public record PostalAddress(
    @Nullable String line1,
    @Nullable String line2,
    @Nullable String city,
    @Nullable String region,
    @Nullable String postalCode,
    @Nullable String country) {

  /** An address of which nothing is known. */
  public static final PostalAddress UNKNOWN = new PostalAddress(null, null, null, null, null, null);
}
