package com.dotmac.platform.app.partners.portal;

import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.domain.partners.PartnerRole;
import com.dotmac.platform.domain.partners.PartnerUser;
import com.dotmac.platform.domain.partners.PartnerUserDetails;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** A person of the partner as his colleagues see him, on the wire. */
final class PortalTeamJson {

  private PortalTeamJson() {}

  /**
   * What colleagues change of a person: a field left out stays. His address and his login are his
   * own.
   */
  record Change(
      JsonNullable<@NotBlank @Size(max = 100) String> firstName,
      JsonNullable<@NotBlank @Size(max = 100) String> lastName,
      JsonNullable<@NotNull PartnerRole> role,
      JsonNullable<@NotNull Boolean> primaryContact) {

    PartnerUserDetails appliedTo(PartnerUserDetails present) {
      return new PartnerUserDetails(
          Patch.required(firstName, present.firstName()),
          Patch.required(lastName, present.lastName()),
          present.email(),
          Patch.required(role, present.role()),
          Patch.required(primaryContact, present.primaryContact()),
          present.userId());
    }
  }

  /**
   * A person.
   *
   * @param canSignIn whether he has a login of his own
   */
  record View(
      UUID id,
      String firstName,
      String lastName,
      String email,
      PartnerRole role,
      boolean primaryContact,
      boolean canSignIn,
      boolean active,
      Instant createdAt,
      Instant updatedAt,
      @Nullable Instant deactivatedAt) {

    static View of(PartnerUser user) {
      PartnerUserDetails details = user.details();
      return new View(
          user.id(),
          details.firstName(),
          details.lastName(),
          details.email(),
          details.role(),
          details.primaryContact(),
          details.userId() != null,
          user.deactivatedAt() == null,
          user.createdAt(),
          user.updatedAt(),
          user.deactivatedAt());
    }
  }
}
