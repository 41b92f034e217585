package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Optional;
import java.util.UUID;

/**
 * The door to who people are at OpenID providers.
 *
 * <p>An identity is linked to a user by somebody who may change him, and never found by an address
 * of mail: what a provider says of an address proves nothing here. Whoever links an identity could
 * come in as the user, so nobody links one to a user who may do more than he himself.
 */
public final class UserIdentityService {

  private final UserRepository users;
  private final UserIdentityRepository identities;
  private final UserRoleService roles;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants tells which tenant is the platform's own
   * @param audit where acts are recorded
   */
  public UserIdentityService(TenantSessions sessions, TenantService tenants, AuditTrail audit) {
    users = new UserRepository(sessions);
    identities = new UserIdentityRepository(sessions);
    roles = new UserRoleService(sessions, tenants, audit);
    this.audit = audit;
  }

  /**
   * Lets a user come in as somebody at a provider, from the commit on.
   *
   * @param userId the user, active or not
   * @param identity who he is there; whether the installation trusts the provider is not asked
   * @throws UserException if there is no such user, or he may do more than whoever links
   * @throws UserIdentityException.Taken if a user of the tenant has the identity
   */
  public UserIdentity link(CallContext context, UUID userId, ExternalIdentity identity) {
    requireUser(context.scope(), userId);
    roles.refuseBeyondActor(context, userId);
    UserIdentity link = new UserIdentity(context, userId, identity);
    identities.add(context.scope(), link);
    audit.record(context, "user.identity_linked", userId, null, link.auditState());
    return link;
  }

  /**
   * An identity of a user.
   *
   * @throws UserIdentityException.NotFound if he has none with the identifier
   */
  public UserIdentity get(TenantScope scope, UUID userId, UUID id) {
    return identities
        .find(scope, id)
        .filter(link -> link.userId().equals(userId))
        .orElseThrow(UserIdentityException.NotFound::new);
  }

  /**
   * A page of a user's identities, newest first.
   *
   * @throws UserException.NotFound if there is no such user
   */
  public Page<UserIdentity> list(TenantScope scope, UUID userId, PageRequest page) {
    requireUser(scope, userId);
    return identities.list(scope, userId, page);
  }

  /**
   * Takes an identity from a user: the next request with a token of it is refused.
   *
   * @throws UserIdentityException.NotFound if he has none with the identifier
   * @throws UserException.GrantsTooMuch if he may do more than whoever removes
   */
  public UserIdentity remove(CallContext context, UUID userId, UUID id) {
    UserIdentity link = get(context.scope(), userId, id);
    roles.refuseBeyondActor(context, userId);
    identities.remove(context.scope(), link);
    audit.record(context, "user.identity_removed", userId, link.auditState(), null);
    return link;
  }

  /**
   * Looks at the user who has an identity, and at his tenant, in one round trip.
   *
   * @param identity who asks, as a verified token says
   * @return empty if nobody has it, or user or tenant may not take part
   */
  public Optional<OpenedUser> open(TenantScope scope, ExternalIdentity identity) {
    return identities.findAsking(scope, identity);
  }

  private void requireUser(TenantScope scope, UUID userId) {
    if (users.find(scope, userId).isEmpty()) {
      throw new UserException.NotFound();
    }
  }
}
