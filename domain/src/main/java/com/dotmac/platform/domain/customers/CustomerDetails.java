package com.dotmac.platform.domain.customers;

import com.dotmac.platform.domain.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What people say of a customer and may change.
 *
 * @param name name for people, 1 to 255 characters
 * @param email whom to write to; kept in lower case; {@code null}: unknown
 * @param country ISO 3166-1 alpha-2 code; {@code null}: unknown
 * @param externalId id in a system of the tenant, unique there; {@code null}: none
 * @param billing how he is billed
 */
public record CustomerDetails(
    String name,
    @Nullable String email,
    @Nullable String country,
    @Nullable String externalId,
    BillingDetails billing) {

  /** Puts the address in its stored form. */
  public CustomerDetails {
    email = EmailAddress.normalise(email);
  }

  /** Of a customer who is billed as usual. */
  public CustomerDetails(
      String name, @Nullable String email, @Nullable String country, @Nullable String externalId) {
    this(name, email, country, externalId, BillingDetails.USUAL);
  }
}
