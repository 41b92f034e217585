package com.dotmac.platform.app.identity;

import com.dotmac.platform.domain.identity.RoleService;
import com.dotmac.platform.domain.identity.UserRoleService;
import com.dotmac.platform.domain.identity.UserService;
import com.dotmac.platform.domain.identity.secondfactor.SecondFactorResetService;
import com.dotmac.platform.domain.identity.secondfactor.SecondFactorService;
import com.dotmac.platform.domain.identity.signin.PasswordService;
import com.dotmac.platform.domain.identity.signin.SessionService;
import com.dotmac.platform.domain.sealing.Seals;
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
 * @param secondFactors what they show beside the password
 * @param secondFactorResets help for who cannot show it any more
 */
public record PeopleDoors(
    UserService users,
    UserRoleService assignments,
    RoleService roles,
    PasswordService passwords,
    SessionService sessions,
    SecondFactorService secondFactors,
    SecondFactorResetService secondFactorResets) {

  /**
   * Doors for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param tenants the door to tenants
   * @param seals keeps the secrets of second factors
   * @param audit where acts are recorded
   */
  public static PeopleDoors of(
      TenantSessions sessions, TenantService tenants, Seals seals, AuditTrail audit) {
    SessionService userSessions = new SessionService(sessions, audit);
    UserService users = new UserService(sessions, tenants, userSessions, audit);
    return new PeopleDoors(
        users,
        new UserRoleService(sessions, tenants, audit),
        new RoleService(sessions, tenants, audit),
        new PasswordService(sessions, audit),
        userSessions,
        new SecondFactorService(sessions, tenants, seals, audit),
        new SecondFactorResetService(sessions, users, userSessions, audit));
  }
}
