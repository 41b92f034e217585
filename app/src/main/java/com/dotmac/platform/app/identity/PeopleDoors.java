package com.dotmac.platform.app.identity;

import com.dotmac.platform.domain.identity.RoleService;
import com.dotmac.platform.domain.identity.UserRoleService;
import com.dotmac.platform.domain.identity.UserService;
import com.dotmac.platform.domain.identity.signin.PasswordService;
import com.dotmac.platform.domain.identity.signin.SessionService;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;

/**
 * The doors to people, put together once for the server and once for each command.
 *
 * @param users people
 * @param assignments which roles they have
 * @param roles the tenant's own roles
 * @param passwords their passwords
 * @param sessions what they have open
 */
public record PeopleDoors(
    UserService users,
    UserRoleService assignments,
    RoleService roles,
    PasswordService passwords,
    SessionService sessions) {

  /**
   * Doors for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants the door to tenants
   * @param audit where acts are recorded
   */
  public static PeopleDoors of(TenantSessions sessions, TenantService tenants, AuditTrail audit) {
    SessionService userSessions = new SessionService(sessions, audit);
    return new PeopleDoors(
        new UserService(sessions, tenants, userSessions, audit),
        new UserRoleService(sessions, tenants, audit),
        new RoleService(sessions, tenants, audit),
        new PasswordService(sessions, audit),
        userSessions);
  }
}
