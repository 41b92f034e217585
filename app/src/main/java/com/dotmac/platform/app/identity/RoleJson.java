package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.Role;
import com.dotmac.platform.domain.identity.RoleDetails;
import com.dotmac.platform.domain.identity.StandardRole;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openapitools.jackson.nullable.JsonNullable;

/** A role on the wire. */
final class RoleJson {

  private RoleJson() {}

  /** What makes a role. */
  record Create(
      @NotBlank @Size(max = 100) String name, @NotEmpty List<@NotNull Permission> permissions) {

    RoleDetails details() {
      return new RoleDetails(name, Set.copyOf(permissions));
    }
  }

  /** What changes a role: a field left out stays; none can be removed. */
  record Change(
      JsonNullable<@NotBlank @Size(max = 100) String> name,
      JsonNullable<@NotEmpty List<@NotNull Permission>> permissions) {

    RoleDetails appliedTo(RoleDetails present) {
      return new RoleDetails(
          Patch.required(name, present.name()),
          Set.copyOf(Patch.required(permissions, List.copyOf(present.permissions()))));
    }
  }

  /** A tenant's own role as callers see it. */
  record View(
      UUID id, String name, List<Permission> permissions, Instant createdAt, Instant updatedAt) {

    static View of(Role role) {
      RoleDetails details = role.details();
      return new View(
          role.id(),
          details.name(),
          MeJson.sorted(details.permissions()),
          role.createdAt(),
          role.updatedAt());
    }
  }

  /**
   * A role that every tenant has.
   *
   * @param ofThePlatform whether only people of the platform's own tenant may have it
   */
  record Standard(StandardRole role, List<Permission> permissions, boolean ofThePlatform) {

    static Standard of(StandardRole role) {
      return new Standard(role, MeJson.sorted(role.permissions()), role.isOfThePlatform());
    }
  }
}
