package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.secondfactor.SecondFactorEnrolment;
import com.dotmac.platform.domain.identity.secondfactor.SecondFactorException;
import com.dotmac.platform.domain.identity.secondfactor.SecondFactorService;
import com.dotmac.platform.domain.identity.signin.PasswordException;
import com.dotmac.platform.domain.sealing.SealingException;
import java.util.List;
import java.util.function.Function;

/**
 * The steps in which a person turns his second factor on and off. What cannot be done in any case
 * is refused before a guess is counted; a password or a code that is wrong counts like a failed
 * sign-in.
 */
final class OwnSecondFactors {

  private final SecondFactorService secondFactors;
  private final Reauthentication reauthentication;
  private final UnitsOfWork unitsOfWork;

  OwnSecondFactors(PeopleDoors doors, Reauthentication reauthentication, UnitsOfWork unitsOfWork) {
    secondFactors = doors.secondFactors();
    this.reauthentication = reauthentication;
    this.unitsOfWork = unitsOfWork;
  }

  /**
   * Makes up a secret.
   *
   * @throws PasswordException.PresentIsWrong if the password is wrong
   * @throws SecondFactorException.StepNotAllowed if the second factor is on
   * @throws SealingException.NotConfigured if there is no key to keep a secret under
   */
  SecondFactorEnrolment enrol(Caller caller, String password) {
    User person =
        reauthentication.byPassword(
            caller,
            password,
            user -> secondFactors.refuseUnlessEnrollable(caller.scope(), user.id()));
    return succeed(caller, person, user -> secondFactors.enrol(caller.context(), user));
  }

  /**
   * Turns the second factor on.
   *
   * @return the backup codes
   * @throws SecondFactorException if nothing waits to be confirmed, or the code is wrong
   */
  List<String> confirm(Caller caller, String code) {
    User person =
        reauthentication
            .attempt(caller, user -> secondFactors.refuseUnlessPending(caller.scope(), user.id()))
            .orElseThrow(SecondFactorException.PresentCodeIsWrong::new);
    return succeed(
        caller, person, user -> secondFactors.confirm(caller.context(), user.id(), code));
  }

  /**
   * Gives new backup codes.
   *
   * @throws PasswordException.PresentIsWrong if the password is wrong
   * @throws SecondFactorException if the second factor is not on, or the code is wrong
   */
  List<String> renewBackupCodes(Caller caller, String password, String code) {
    return succeed(
        caller,
        byPasswordOfOneWhoHasIt(caller, password),
        user -> secondFactors.renewBackupCodes(caller.context(), user.id(), code));
  }

  /**
   * Turns the second factor off.
   *
   * @throws PasswordException.PresentIsWrong if the password is wrong
   * @throws SecondFactorException if the second factor is not on, or the code is wrong
   */
  void disable(Caller caller, String password, String code) {
    succeed(
        caller,
        byPasswordOfOneWhoHasIt(caller, password),
        user -> {
          secondFactors.disable(caller.context(), user.id(), code);
          return user;
        });
  }

  private User byPasswordOfOneWhoHasIt(Caller caller, String password) {
    return reauthentication.byPassword(
        caller, password, user -> secondFactors.refuseUnlessOn(caller.scope(), user.id()));
  }

  /** What is refused in here stays counted as a failure. */
  private <T> T succeed(Caller caller, User person, Function<User, T> verb) {
    return unitsOfWork.inRequest(
        () -> {
          T result = verb.apply(person);
          reauthentication.succeeded(caller, person);
          return result;
        });
  }
}
