package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.UserService;
import com.dotmac.platform.domain.identity.signin.HashedPassword;
import com.dotmac.platform.domain.identity.signin.PasswordException;
import com.dotmac.platform.domain.identity.signin.PasswordHasher;
import com.dotmac.platform.domain.identity.signin.PasswordService;
import com.dotmac.platform.domain.identity.signin.SessionEnd;
import com.dotmac.platform.domain.identity.signin.SessionService;
import com.dotmac.platform.domain.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;

/**
 * The steps in which a person changes his password. Who has only his access token must not guess
 * the password any faster than who has not: an attempt counts like one to sign in.
 */
final class OwnPasswords {

  private final UserService users;
  private final PasswordService passwords;
  private final SessionService userSessions;
  private final PasswordNotice notice;
  private final PasswordHasher hasher;
  private final UnitsOfWork unitsOfWork;

  OwnPasswords(
      PeopleDoors doors, PasswordNotice notice, PasswordHasher hasher, UnitsOfWork unitsOfWork) {
    users = doors.users();
    passwords = doors.passwords();
    userSessions = doors.sessions();
    this.notice = notice;
    this.hasher = hasher;
    this.unitsOfWork = unitsOfWork;
  }

  /**
   * What the first step finds.
   *
   * @param email address of the person
   * @param expected what his present password is checked against; {@code null}: nothing opens
   */
  private record Present(String email, @Nullable HashedPassword expected) {}

  /**
   * Changes the password, ends the person's other sessions, and tells him by mail.
   *
   * @return how many were ended
   * @throws PasswordException if the present one is wrong, or the new one not good enough
   */
  int change(Caller caller, String present, String wanted) {
    Caller.SignedIn person = caller.signedIn();
    TenantScope scope = caller.scope();
    Present found =
        unitsOfWork.inRequest(
            () -> {
              User user = users.get(scope, person.userId());
              return new Present(
                  user.email(), passwords.begin(scope, user.email(), caller.at()).orElse(null));
            });
    if (!hasher.matches(present, found.expected())) {
      throw new PasswordException.PresentIsWrong();
    }
    HashedPassword hashed = hasher.hash(wanted, found.email());
    return unitsOfWork.inRequest(
        () -> {
          passwords.succeeded(scope, found.email());
          passwords.set(caller.context(), person.userId(), hashed);
          notice.write(caller.context(), users.get(scope, person.userId()));
          return userSessions.endAll(
              caller.context(), person.userId(), SessionEnd.PASSWORD_CHANGED, person.sessionId());
        });
  }
}
