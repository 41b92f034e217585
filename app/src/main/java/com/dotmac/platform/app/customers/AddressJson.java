package com.dotmac.platform.app.customers;

import com.dotmac.platform.app.http.CountryCode;
import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.domain.customers.PostalAddress;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** A postal address on the wire; each part may be missing. */
final class AddressJson {

  private AddressJson() {}

  /** An address that is given for the first time. */
  record Create(
      @Nullable @Size(min = 1, max = 255) String line1,
      @Nullable @Size(min = 1, max = 255) String line2,
      @Nullable @Size(min = 1, max = 100) String city,
      @Nullable @Size(min = 1, max = 100) String region,
      @Nullable @Size(min = 1, max = 20) String postalCode,
      @Nullable @CountryCode String country) {

    PostalAddress address() {
      return new PostalAddress(line1, line2, city, region, postalCode, country);
    }
  }

  /** What changes an address: a part left out stays, {@code null} removes it. */
  record Change(
      JsonNullable<@Size(min = 1, max = 255) String> line1,
      JsonNullable<@Size(min = 1, max = 255) String> line2,
      JsonNullable<@Size(min = 1, max = 100) String> city,
      JsonNullable<@Size(min = 1, max = 100) String> region,
      JsonNullable<@Size(min = 1, max = 20) String> postalCode,
      JsonNullable<@CountryCode String> country) {

    PostalAddress appliedTo(PostalAddress present) {
      return new PostalAddress(
          Patch.of(line1, present.line1()),
          Patch.of(line2, present.line2()),
          Patch.of(city, present.city()),
          Patch.of(region, present.region()),
          Patch.of(postalCode, present.postalCode()),
          Patch.of(country, present.country()));
    }
  }

  /** An address as callers see it. */
  record View(
      @Nullable String line1,
      @Nullable String line2,
      @Nullable String city,
      @Nullable String region,
      @Nullable String postalCode,
      @Nullable String country) {

    /** {@code null} where nothing is known of it. */
    static @Nullable View of(PostalAddress address) {
      return address.equals(PostalAddress.UNKNOWN)
          ? null
          : new View(
              address.line1(),
              address.line2(),
              address.city(),
              address.region(),
              address.postalCode(),
              address.country());
    }
  }
}
