package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The door to the people of a tenant.
 *
 * <p>Nobody changes a user who may do more than he himself: whoever gives such a user another
 * address, or shuts him out, could take his place.
 */
public final class UserService {

  private final UserRepository users;
  private final UserRoleService roles;
  private final SessionEnding openSessions;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants tells which tenant is the platform's own
   * @param openSessions ends what a disabled user has open
   * @param audit where acts are recorded
   */
  public UserService(
      TenantSessions sessions,
      TenantService tenants,
      SessionEnding openSessions,
      AuditTrail audit) {
    users = new UserRepository(sessions);
    roles = new UserRoleService(sessions, tenants, audit);
    this.openSessions = openSessions;
    this.audit = audit;
  }

  /**
   * Registers a person without roles, who cannot sign in yet.
   *
   * @param details address and name
   * @throws UserException.EmailTaken if the tenant has a user with the address
   */
  public User register(CallContext context, UserDetails details) {
    User user = new User(context, details);
    users.add(context.scope(), user);
    audit.record(context, "user.registered", user.id(), null, user.auditState());
    return user;
  }

  /** The user with an identifier; empty if the tenant has none. */
  public Optional<User> find(TenantScope scope, UUID id) {
    return users.find(scope, id);
  }

  /** The user with an address, written in any case; empty if the tenant has none. */
  public Optional<User> findByEmail(TenantScope scope, String email) {
    return users.findByEmail(scope, email);
  }

  /**
   * The user with an identifier.
   *
   * @throws UserException.NotFound if the tenant has none
   */
  public User get(TenantScope scope, UUID id) {
    return find(scope, id).orElseThrow(UserException.NotFound::new);
  }

  /**
   * The user with an identifier, held until the transaction ends against whoever else holds or
   * changes him: for what other rows keep of him. Readers, and rows that refer to him, do not wait.
   *
   * @return empty if the tenant has none
   */
  public Optional<User> findHeld(TenantScope scope, UUID id) {
    return users.hold(scope, id);
  }

  /**
   * The same.
   *
   * @throws UserException.NotFound if the tenant has none
   */
  public User getHeld(TenantScope scope, UUID id) {
    return findHeld(scope, id).orElseThrow(UserException.NotFound::new);
  }

  /**
   * Holds a user for whoever may change him.
   *
   * @throws UserException if there is no such user, or he may do more than whoever holds him
   */
  public User holdForChange(CallContext context, UUID id) {
    User user = getHeld(context.scope(), id);
    roles.refuseBeyondActor(context, id);
    return user;
  }

  /**
   * The user with an identifier, for whoever is about to change something that belongs to him.
   *
   * @throws UserException if the tenant has none, or he may do more than whoever acts
   */
  public User getForActor(CallContext context, UUID id) {
    User user = get(context.scope(), id);
    roles.refuseBeyondActor(context, id);
    return user;
  }

  /** A page of users, newest first, also those who are disabled. */
  public Page<User> list(TenantScope scope, UserFilter filter, PageRequest page) {
    return users.list(scope, filter, page);
  }

  /**
   * Changes address and name. Another address has to be verified anew.
   *
   * @param expectedVersion version that the caller has read
   * @param edit gives the new details from the present ones
   * @throws UserException if there is no such user, another has the address, or he may do more than
   *     whoever changes him
   * @throws VersionConflictException if the user was changed meanwhile
   */
  public User change(
      CallContext context, UUID id, int expectedVersion, UnaryOperator<UserDetails> edit) {
    User user = getForChange(context, id, expectedVersion);
    UserDetails wanted = edit.apply(user.details());
    if (!wanted.equals(user.details())) {
      var before = user.auditState();
      user.change(wanted, context.at());
      users.flush(context.scope());
      audit.record(context, "user.changed", id, before, user.auditState());
    }
    return user;
  }

  /**
   * Disables a user: his sessions end, and he cannot sign in. Of one who is disabled nothing
   * changes.
   *
   * @param expectedVersion version that the caller has read
   * @throws UserException if there is no such user, he may do more than whoever disables him, or he
   *     is the last active administrator of the tenant
   * @throws VersionConflictException if the user was changed meanwhile
   */
  public User disable(CallContext context, UUID id, int expectedVersion) {
    User user = getForChange(context, id, expectedVersion);
    if (user.isActive()) {
      roles.refuseIfLastAdministrator(context.scope(), user);
      step(context, user, UserStatus.DISABLED, "user.disabled");
      openSessions.endAllOfDisabled(context, id);
    }
    return user;
  }

  /**
   * Lets a disabled user sign in again. Of one who is active nothing changes.
   *
   * @param expectedVersion version that the caller has read
   * @throws UserException if there is no such user, or he may do more than whoever enables him
   * @throws VersionConflictException if the user was changed meanwhile
   */
  public User enable(CallContext context, UUID id, int expectedVersion) {
    User user = getForChange(context, id, expectedVersion);
    if (!user.isActive()) {
      step(context, user, UserStatus.ACTIVE, "user.enabled");
    }
    return user;
  }

  /**
   * Notes that the address of a user is his own. If that was known nothing changes.
   *
   * @param user held
   */
  public void verifyEmail(CallContext context, User user) {
    if (user.emailVerifiedAt() == null) {
      var before = user.auditState();
      user.verifyEmail(context.at());
      users.flush(context.scope());
      audit.record(context, "user.email_verified", user.id(), before, user.auditState());
    }
  }

  private void step(CallContext context, User user, UserStatus wanted, String action) {
    var before = user.auditState();
    user.become(wanted, context.at());
    users.flush(context.scope());
    audit.record(context, action, user.id(), before, user.auditState());
  }

  private User getForChange(CallContext context, UUID id, int expectedVersion) {
    User user = get(context.scope(), id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, user.version());
    roles.refuseBeyondActor(context, id);
    return user;
  }
}
