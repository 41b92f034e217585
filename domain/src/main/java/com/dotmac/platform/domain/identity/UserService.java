package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The door to the people of a tenant. */
public final class UserService {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(Map.of("uq_users_email", UserException.EmailTaken::new));

  private final UserRepository users;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param audit where acts are recorded
   */
  public UserService(TenantSessions sessions, AuditTrail audit) {
    users = new UserRepository(sessions);
    this.audit = audit;
  }

  /**
   * Registers a person.
   *
   * @param email address, kept in lower case
   * @param displayName name for people
   * @throws UserException.EmailTaken if the tenant has a user with the address
   */
  public User register(CallContext context, String email, String displayName) {
    User user = new User(context, email, displayName);
    REFUSALS.flush(users.add(context.scope(), user));
    audit.record(context, "user.registered", user.id(), null, user.auditState());
    return user;
  }

  /** The user with an identifier; empty if the tenant has none. */
  public Optional<User> find(TenantScope scope, UUID id) {
    return users.find(scope, id);
  }
}
