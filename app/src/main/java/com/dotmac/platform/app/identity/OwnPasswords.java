package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.signin.HashedPassword;
import com.dotmac.platform.domain.identity.signin.PasswordException;
import com.dotmac.platform.domain.identity.signin.PasswordHasher;
import com.dotmac.platform.domain.identity.signin.PasswordService;
import com.dotmac.platform.domain.identity.signin.SessionEnd;
import com.dotmac.platform.domain.identity.signin.SessionService;

/** The steps in which a person changes his password. */
final class OwnPasswords {

  private final PasswordService passwords;
  private final SessionService userSessions;
  private final PasswordNotice notice;
  private final Reauthentication reauthentication;
  private final PasswordHasher hasher;
  private final UnitsOfWork unitsOfWork;

  OwnPasswords(
      PeopleDoors doors,
      Reauthentication reauthentication,
      PasswordNotice notice,
      PasswordHasher hasher,
      UnitsOfWork unitsOfWork) {
    passwords = doors.passwords();
    userSessions = doors.sessions();
    this.reauthentication = reauthentication;
    this.notice = notice;
    this.hasher = hasher;
    this.unitsOfWork = unitsOfWork;
  }

  /**
   * Changes the password, ends the person's other sessions, and tells him by mail.
   *
   * @return how many were ended
   * @throws PasswordException if the present one is wrong, or the new one not good enough
   */
  int change(Caller caller, String present, String wanted) {
    User person = reauthentication.byPassword(caller, present, any -> {});
    HashedPassword hashed = hasher.hash(wanted, person.email());
    return unitsOfWork.inRequest(
        () -> {
          reauthentication.succeeded(caller, person);
          passwords.set(caller.context(), person.id(), hashed);
          notice.write(caller.context(), person);
          return userSessions.endAll(
              caller.context(),
              person.id(),
              SessionEnd.PASSWORD_CHANGED,
              caller.signedIn().sessionId());
        });
  }
}
