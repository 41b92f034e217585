package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.domain.identity.AssignedRoles;
import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.UserDetails;
import com.dotmac.platform.domain.identity.UserStatus;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** A user on the wire. */
final class UserJson {

  private static final int MOST_ROLES = 100;

  private UserJson() {}

  /** What registers a user. Roles may be left out, and given later. */
  record Create(
      @NotBlank @Email @Size(max = 254) String email,
      @NotBlank @Size(max = 200) String displayName,
      @Nullable @Size(max = MOST_ROLES) List<@NotNull StandardRole> standardRoles,
      @Nullable @Size(max = MOST_ROLES) List<@NotNull UUID> roleIds) {

    UserDetails details() {
      return new UserDetails(email, displayName);
    }

    AssignedRoles roles() {
      return new AssignedRoles(
          standardRoles == null ? Set.of() : Set.copyOf(standardRoles),
          roleIds == null ? Set.of() : Set.copyOf(roleIds));
    }
  }

  /** What changes a user: a field left out stays; none can be removed. */
  record Change(
      JsonNullable<@NotBlank @Email @Size(max = 254) String> email,
      JsonNullable<@NotBlank @Size(max = 200) String> displayName) {

    UserDetails appliedTo(UserDetails present) {
      return new UserDetails(
          Patch.required(email, present.email()),
          Patch.required(displayName, present.displayName()));
    }
  }

  /** All the roles that a user has from now on. */
  record Roles(
      @NotNull @Size(max = MOST_ROLES) List<@NotNull StandardRole> standardRoles,
      @NotNull @Size(max = MOST_ROLES) List<@NotNull UUID> roleIds) {

    AssignedRoles assigned() {
      return new AssignedRoles(Set.copyOf(standardRoles), Set.copyOf(roleIds));
    }
  }

  /** Why a user is disabled or enabled. */
  record Step(@Nullable @Size(min = 1, max = 500) String reason) {}

  /** A user as callers see him. */
  record View(
      UUID id,
      String email,
      String displayName,
      UserStatus status,
      @Nullable Instant emailVerifiedAt,
      List<StandardRole> standardRoles,
      List<UUID> roleIds,
      Instant createdAt,
      Instant updatedAt) {

    static View of(User user, AssignedRoles roles) {
      return new View(
          user.id(),
          user.email(),
          user.displayName(),
          user.status(),
          user.emailVerifiedAt(),
          MeJson.sorted(roles.standard()),
          roles.own().stream().sorted().toList(),
          user.createdAt(),
          user.updatedAt());
    }
  }
}
