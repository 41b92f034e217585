package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.domain.identity.AssignedRoles;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.signin.UserSession;
import com.dotmac.platform.domain.partners.PartnerPower;
import com.dotmac.platform.domain.partners.PartnerRole;
import com.dotmac.platform.domain.partners.PartnerSeat;
import com.dotmac.platform.domain.partners.PartnerStatus;
import com.dotmac.platform.domain.shared.Coded;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.Tenant;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The caller himself on the wire. */
final class MeJson {

  private MeJson() {}

  /** The tenant of the caller. */
  record OwnTenant(UUID id, String slug, String name) {}

  /**
   * Who calls.
   *
   * @param id the API key or the person
   * @param email {@code null} for an API key
   * @param sessionId {@code null} for an API key
   * @param permissions what the credential may do, all told
   * @param partners for which partners a person acts, by number
   */
  record View(
      Actor.Kind kind,
      UUID id,
      String name,
      @Nullable String email,
      @Nullable Boolean emailVerified,
      OwnTenant tenant,
      @Nullable UUID sessionId,
      List<StandardRole> standardRoles,
      List<UUID> roleIds,
      List<Permission> permissions,
      List<Seat> partners) {

    static View of(
        Caller caller,
        UUID id,
        Tenant tenant,
        @Nullable User user,
        AssignedRoles roles,
        List<PartnerSeat> seats) {
      return new View(
          caller.actor().kind(),
          id,
          caller.actor().name(),
          user == null ? null : user.email(),
          user == null ? null : user.emailVerifiedAt() != null,
          new OwnTenant(tenant.id(), tenant.slug(), tenant.name()),
          caller.sessionId(),
          sorted(roles.standard()),
          roles.own().stream().sorted().toList(),
          sorted(caller.permissions()),
          seats.stream().sorted(Comparator.comparing(PartnerSeat::number)).map(Seat::of).toList());
    }
  }

  /**
   * A partner for whom the caller acts.
   *
   * @param powers what he may do in his portal while that is open
   */
  record Seat(
      UUID partnerId,
      String number,
      String companyName,
      PartnerStatus status,
      PartnerRole role,
      List<PartnerPower> powers) {

    static Seat of(PartnerSeat seat) {
      return new Seat(
          seat.partnerId(),
          seat.number(),
          seat.companyName(),
          seat.status(),
          seat.role(),
          sorted(seat.powers()));
    }
  }

  static <E extends Coded> List<E> sorted(Collection<E> codes) {
    return codes.stream().sorted(Comparator.comparing(Coded::code)).toList();
  }

  /** What changes the caller's password. */
  record ChangePassword(
      @NotBlank @Size(max = 200) String presentPassword,
      @NotBlank @Size(min = 12, max = 200) String newPassword) {

    /** Gives nothing away. */
    @Override
    public String toString() {
      return "a change of password";
    }
  }

  /**
   * A session of the caller.
   *
   * @param current whether this request belongs to it
   */
  record Session(
      UUID id,
      @Nullable String userAgent,
      boolean current,
      Instant createdAt,
      Instant refreshedAt,
      Instant idleAt,
      Instant expiresAt,
      @Nullable Instant endedAt) {

    static Session of(UserSession session, Caller caller) {
      return new Session(
          session.id(),
          session.userAgent(),
          session.id().equals(caller.sessionId()),
          session.createdAt(),
          session.refreshedAt(),
          session.idleAt(),
          session.expiresAt(),
          session.endedAt());
    }
  }
}
