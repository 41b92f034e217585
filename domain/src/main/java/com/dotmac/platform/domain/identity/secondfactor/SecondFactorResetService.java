package com.dotmac.platform.domain.identity.secondfactor;

import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.UserException;
import com.dotmac.platform.domain.identity.UserService;
import com.dotmac.platform.domain.identity.signin.SessionEnd;
import com.dotmac.platform.domain.identity.signin.SessionService;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.UUID;

/**
 * The door for whoever helps somebody that has neither his app nor a backup code any more.
 *
 * <p>Nobody helps himself by it: with his access token alone a thief would be rid of the code.
 */
public final class SecondFactorResetService {

  private final SecondFactorRepository factors;
  private final BackupCodeRepository backupCodes;
  private final UserService users;
  private final SessionService userSessions;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param users tells who may look after whom
   * @param userSessions ends what a person has open
   * @param audit where acts are recorded
   */
  public SecondFactorResetService(
      TenantSessions sessions, UserService users, SessionService userSessions, AuditTrail audit) {
    factors = new SecondFactorRepository(sessions);
    backupCodes = new BackupCodeRepository(sessions);
    this.users = users;
    this.userSessions = userSessions;
    this.audit = audit;
  }

  /**
   * Turns the second factor of a user off, and ends his sessions. Of who has none, not even one
   * that waits to be confirmed, nothing changes.
   *
   * @return the user
   * @throws UserException if there is no such user, or he may do more than whoever resets
   * @throws SecondFactorException.StepNotAllowed if it is that of whoever resets
   */
  public User reset(CallContext context, UUID userId) {
    User user = users.getForActor(context, userId);
    if (userId.equals(context.actor().id())) {
      throw SecondFactorException.StepNotAllowed.isHisOwn();
    }
    factors
        .hold(context.scope(), userId)
        .ifPresent(
            factor -> {
              backupCodes.removeAll(context.scope(), userId);
              factors.remove(context.scope(), factor);
              audit.record(context, "user.second_factor_reset", userId, factor.auditState(), null);
              userSessions.endAll(context, userId, SessionEnd.SECOND_FACTOR_RESET, null);
            });
    return user;
  }
}
