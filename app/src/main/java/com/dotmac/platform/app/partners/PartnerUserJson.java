package com.dotmac.platform.app.partners;

import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.domain.partners.PartnerRole;
import com.dotmac.platform.domain.partners.PartnerUser;
import com.dotmac.platform.domain.partners.PartnerUserDetails;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** A person of a partner on the wire. */
final class PartnerUserJson {

  private PartnerUserJson() {}

  /** What adds a person. Left out: no primary contact, no login. */
  record Create(
      @NotBlank @Size(max = 100) String firstName,
      @NotBlank @Size(max = 100) String lastName,
      @NotBlank @Email @Size(max = 254) String email,
      @NotNull PartnerRole role,
      @Nullable Boolean primaryContact,
      @Nullable UUID userId) {

    PartnerUserDetails details() {
      return new PartnerUserDetails(
          firstName, lastName, email, role, Boolean.TRUE.equals(primaryContact), userId);
    }
  }

  /**
   * What changes a person: a field left out stays, {@code null} removes it where it may be missing.
   */
  record Change(
      JsonNullable<@NotBlank @Size(max = 100) String> firstName,
      JsonNullable<@NotBlank @Size(max = 100) String> lastName,
      JsonNullable<@NotBlank @Email @Size(max = 254) String> email,
      JsonNullable<@NotNull PartnerRole> role,
      JsonNullable<@NotNull Boolean> primaryContact,
      JsonNullable<UUID> userId) {

    PartnerUserDetails appliedTo(PartnerUserDetails present) {
      return new PartnerUserDetails(
          Patch.required(firstName, present.firstName()),
          Patch.required(lastName, present.lastName()),
          Patch.required(email, present.email()),
          Patch.required(role, present.role()),
          Patch.required(primaryContact, present.primaryContact()),
          Patch.of(userId, present.userId()));
    }
  }

  /** A person as callers see him. */
  record View(
      UUID id,
      UUID partnerId,
      String firstName,
      String lastName,
      String email,
      PartnerRole role,
      boolean primaryContact,
      @Nullable UUID userId,
      boolean active,
      Instant createdAt,
      Instant updatedAt,
      @Nullable Instant deactivatedAt) {

    static View of(PartnerUser user) {
      PartnerUserDetails details = user.details();
      return new View(
          user.id(),
          user.partnerId(),
          details.firstName(),
          details.lastName(),
          details.email(),
          details.role(),
          details.primaryContact(),
          details.userId(),
          user.deactivatedAt() == null,
          user.createdAt(),
          user.updatedAt(),
          user.deactivatedAt());
    }
  }
}
