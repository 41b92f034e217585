package com.dotmac.platform.app.customers;

import com.dotmac.platform.app.http.CountryCode;
import com.dotmac.platform.app.http.CurrencyCode;
import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.domain.customers.BillingDetails;
import com.dotmac.platform.domain.customers.Customer;
import com.dotmac.platform.domain.customers.CustomerDetails;
import com.dotmac.platform.domain.customers.CustomerStatus;
import com.dotmac.platform.domain.customers.PostalAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** A customer on the wire. */
final class CustomerJson {

  private CustomerJson() {}

  /** What creates a customer. */
  record Create(
      @NotBlank @Size(max = 255) String name,
      @Nullable @Size(min = 1, max = 254) @Email String email,
      @Nullable @CountryCode String country,
      @Nullable @Size(min = 1, max = 100) String externalId,
      @Valid AddressJson.@Nullable Create billingAddress,
      @Nullable @CurrencyCode String currency,
      @Nullable @Size(min = 1, max = 50) String taxId,
      @Nullable Boolean taxExempt) {

    CustomerDetails details() {
      return new CustomerDetails(name, email, country, externalId, billing());
    }

    private BillingDetails billing() {
      return new BillingDetails(
          billingAddress == null ? PostalAddress.UNKNOWN : billingAddress.address(),
          CustomerJson.currency(currency),
          taxId,
          Objects.requireNonNullElse(taxExempt, false));
    }
  }

  /**
   * What changes a customer: a field left out stays, {@code null} removes it where it may be
   * missing.
   */
  record Change(
      JsonNullable<@NotBlank @Size(max = 255) String> name,
      JsonNullable<@Size(min = 1, max = 254) @Email String> email,
      JsonNullable<@CountryCode String> country,
      JsonNullable<@Size(min = 1, max = 100) String> externalId,
      JsonNullable<AddressJson.@Valid Change> billingAddress,
      JsonNullable<@CurrencyCode String> currency,
      JsonNullable<@Size(min = 1, max = 50) String> taxId,
      JsonNullable<@NotNull Boolean> taxExempt) {

    CustomerDetails appliedTo(CustomerDetails present) {
      return new CustomerDetails(
          Patch.required(name, present.name()),
          Patch.of(email, present.email()),
          Patch.of(country, present.country()),
          Patch.of(externalId, present.externalId()),
          billing(present.billing()));
    }

    private BillingDetails billing(BillingDetails present) {
      return new BillingDetails(
          address(present.address()),
          currency.isPresent() ? CustomerJson.currency(currency.get()) : present.currency(),
          Patch.of(taxId, present.taxId()),
          Patch.required(taxExempt, present.taxExempt()));
    }

    private PostalAddress address(PostalAddress present) {
      if (!billingAddress.isPresent()) {
        return present;
      }
      AddressJson.Change change = billingAddress.get();
      return change == null ? PostalAddress.UNKNOWN : change.appliedTo(present);
    }
  }

  /** A customer as callers see him. */
  record View(
      UUID id,
      String number,
      CustomerStatus status,
      String name,
      @Nullable String email,
      @Nullable String country,
      @Nullable String externalId,
      AddressJson.@Nullable View billingAddress,
      @Nullable String currency,
      @Nullable String taxId,
      boolean taxExempt,
      Instant createdAt,
      Instant updatedAt) {

    static View of(Customer customer) {
      CustomerDetails details = customer.details();
      BillingDetails billing = details.billing();
      Currency currency = billing.currency();
      return new View(
          customer.id(),
          customer.number(),
          customer.status(),
          details.name(),
          details.email(),
          details.country(),
          details.externalId(),
          AddressJson.View.of(billing.address()),
          currency == null ? null : currency.getCurrencyCode(),
          billing.taxId(),
          billing.taxExempt(),
          customer.createdAt(),
          customer.updatedAt());
    }
  }

  private static @Nullable Currency currency(@Nullable String code) {
    return code == null ? null : Currency.getInstance(code);
  }
}
