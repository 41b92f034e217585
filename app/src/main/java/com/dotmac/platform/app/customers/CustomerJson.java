package com.dotmac.platform.app.customers;

import com.dotmac.platform.app.http.CountryCode;
import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.domain.customers.Customer;
import com.dotmac.platform.domain.customers.CustomerDetails;
import com.dotmac.platform.domain.customers.CustomerStatus;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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
      @Nullable @Size(min = 1, max = 100) String externalId) {

    CustomerDetails details() {
      return new CustomerDetails(name, email, country, externalId);
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
      JsonNullable<@Size(min = 1, max = 100) String> externalId) {

    CustomerDetails appliedTo(CustomerDetails present) {
      return new CustomerDetails(
          Patch.required(name, present.name()),
          Patch.of(email, present.email()),
          Patch.of(country, present.country()),
          Patch.of(externalId, present.externalId()));
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
      Instant createdAt,
      Instant updatedAt) {

    static View of(Customer customer) {
      CustomerDetails details = customer.details();
      return new View(
          customer.id(),
          customer.number(),
          customer.status(),
          details.name(),
          details.email(),
          details.country(),
          details.externalId(),
          customer.createdAt(),
          customer.updatedAt());
    }
  }
}
