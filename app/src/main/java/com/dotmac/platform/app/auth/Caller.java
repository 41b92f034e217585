package com.dotmac.platform.app.auth;

import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.ProblemException;
import com.dotmac.platform.app.http.RequestId;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.PartnerSeat;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.security.Principal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, after his credential was checked.
 *
 * @param scope tenant of the credential
 * @param actor the credential, for the audit trail
 * @param permissions what it may do
 * @param at instant of the request
 * @param sessionId session of a person who signed in here; {@code null} for a program, and for a
 *     person with a token of an OpenID provider
 * @param place from where he acts for a partner; {@code null}: he acts for the tenant
 */
public record Caller(
    TenantScope scope,
    Actor actor,
    Set<Permission> permissions,
    Instant at,
    @Nullable UUID sessionId,
    @Nullable PartnerSeat place)
    implements Principal {

  private static final String BY_PLATFORM = " (platform)";

  /** Takes a copy. */
  public Caller {
    permissions = Set.copyOf(permissions);
  }

  /** Somebody who acts for the tenant. */
  public Caller(
      TenantScope scope,
      Actor actor,
      Set<Permission> permissions,
      Instant at,
      @Nullable UUID sessionId) {
    this(scope, actor, permissions, at, sessionId, null);
  }

  /**
   * The same caller where he acts for a partner: he sees what is that partner's, and may do what
   * his seat allows instead of what he may do for the tenant. The trail says of somebody of the
   * tenant for whom he acts.
   *
   * @param seat from where
   */
  public Caller from(PartnerSeat seat) {
    Actor acting =
        seat.isActing()
            ? new Actor(actor.kind(), actor.id(), actor.name() + " (for " + seat.number() + ")")
            : actor;
    return new Caller(scope.ofPartner(seat.partnerId()), acting, Set.of(), at, sessionId, seat);
  }

  /**
   * From where the caller acts for a partner.
   *
   * @throws IllegalStateException if he acts for the tenant: the endpoint is not for partners
   */
  public PartnerSeat seat() {
    if (place == null) {
      throw new IllegalStateException("The endpoint says nothing of @ForPartner");
    }
    return place;
  }

  @Override
  public String getName() {
    return actor.name();
  }

  /**
   * The person who signed in here.
   *
   * @throws ProblemException if the caller is a program, or signed in at a provider
   */
  public SignedIn signedIn() {
    UUID userId = actor.id();
    if (sessionId == null || userId == null) {
      throw new ProblemException(
          ProblemCode.PERMISSION_DENIED,
          "This is for people who signed in here, and not for API keys or tokens of a provider.");
    }
    return new SignedIn(userId, sessionId);
  }

  /**
   * A person and his session.
   *
   * @param userId the person
   * @param sessionId the session that this request belongs to
   */
  public record SignedIn(UUID userId, UUID sessionId) {}

  /** The context of a change that this request makes. */
  public CallContext context() {
    return new CallContext(scope, actor, at, null, RequestId.current());
  }

  /**
   * The context of a change that this request makes within another tenant. Its trail says that the
   * actor is none of its own.
   *
   * @param other whose data is changed
   */
  public CallContext contextWithin(TenantScope other) {
    Actor visitor =
        other.equals(scope)
            ? actor
            : new Actor(actor.kind(), actor.id(), actor.name() + BY_PLATFORM);
    return new CallContext(other, visitor, at, null, RequestId.current());
  }
}
