package com.dotmac.platform.app.customers;

import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.domain.customers.ContactRole;
import com.dotmac.platform.domain.customers.CustomerContact;
import com.dotmac.platform.domain.customers.CustomerContactDetails;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** A person at a customer's, on the wire. */
final class CustomerContactJson {

  private CustomerContactJson() {}

  /** What adds a person; who is not said to be the primary contact is none. */
  record Create(
      @NotBlank @Size(max = 255) String name,
      @NotBlank @Size(max = 254) @Email String email,
      @NotNull ContactRole role,
      @Nullable Boolean primary) {

    CustomerContactDetails details() {
      return new CustomerContactDetails(
          name, email, role, Objects.requireNonNullElse(primary, false));
    }
  }

  /** What changes a person: a field left out stays. */
  record Change(
      JsonNullable<@NotBlank @Size(max = 255) String> name,
      JsonNullable<@NotBlank @Size(max = 254) @Email String> email,
      JsonNullable<@NotNull ContactRole> role,
      JsonNullable<@NotNull Boolean> primary) {

    CustomerContactDetails appliedTo(CustomerContactDetails present) {
      return new CustomerContactDetails(
          Patch.required(name, present.name()),
          Patch.required(email, present.email()),
          Patch.required(role, present.role()),
          Patch.required(primary, present.primary()));
    }
  }

  /** A person as callers see him. */
  record View(
      UUID id,
      UUID customerId,
      String name,
      String email,
      ContactRole role,
      boolean primary,
      Instant createdAt,
      Instant updatedAt) {

    static View of(CustomerContact contact) {
      CustomerContactDetails details = contact.details();
      return new View(
          contact.id(),
          contact.customerId(),
          details.name(),
          details.email(),
          details.role(),
          details.primary(),
          contact.createdAt(),
          contact.updatedAt());
    }
  }
}
