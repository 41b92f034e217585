package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.AccessTokens;
import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.RoleException;
import com.dotmac.platform.domain.identity.UserException;
import com.dotmac.platform.domain.identity.secondfactor.SecondFactorException;
import com.dotmac.platform.domain.identity.signin.PasswordException;
import com.dotmac.platform.domain.identity.signin.PasswordHasher;
import com.dotmac.platform.domain.identity.signin.SessionException;
import com.dotmac.platform.domain.partners.PartnerSeatService;
import com.dotmac.platform.domain.tenancy.TenantService;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Clock;
import java.util.Map;

/** Puts people on the wire: users, roles, signing in, sessions. */
public final class PeopleEndpoints {

  private PeopleEndpoints() {}

  /**
   * Registers the feature.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param people the doors to people
   * @param tenants the door to tenants
   * @param seats tells for which partners they act
   * @param tokens signs access tokens
   * @param notice tells people that their password was changed
   * @param hasher hashes passwords
   * @param unitsOfWork where the steps of a sign-in run
   * @param clock tells the instant of a sign-in
   */
  public static void register(
      JerseyEnvironment jersey,
      DomainProblems problems,
      PeopleDoors people,
      TenantService tenants,
      PartnerSeatService seats,
      AccessTokens tokens,
      PasswordNotice notice,
      PasswordHasher hasher,
      UnitsOfWork unitsOfWork,
      Clock clock) {
    addTo(problems);
    Reauthentication reauthentication = new Reauthentication(people, hasher, unitsOfWork);
    jersey.register(
        new SignInResource(
            new SignIns(people, tenants, hasher, tokens, unitsOfWork, clock), tokens.life()));
    jersey.register(new SignOutResource(people.sessions()));
    jersey.register(new SignOutEverywhereResource(people.sessions()));
    jersey.register(
        new MeResource(
            people,
            tenants,
            seats,
            new OwnPasswords(people, reauthentication, notice, hasher, unitsOfWork)));
    jersey.register(new OwnSessionResource(people.sessions()));
    jersey.register(
        new SecondFactorResource(
            new OwnSecondFactors(people, reauthentication, unitsOfWork),
            people.secondFactors(),
            unitsOfWork));
    jersey.register(new UserResource(people.users(), people.assignments()));
    jersey.register(
        new SecondFactorResetResource(people.secondFactorResets(), people.assignments()));
    jersey.register(new RoleResource(people.roles()));
    jersey.register(new StandardRoleResource());
  }

  private static void addTo(DomainProblems problems) {
    problems.add(
        UserException.class,
        Map.of(
            UserException.NotFound.class, ProblemCode.USER_NOT_FOUND,
            UserException.EmailTaken.class, ProblemCode.USER_EMAIL_TAKEN,
            UserException.InvalidDetails.class, ProblemCode.VALIDATION_FAILED,
            UserException.RoleNotFound.class, ProblemCode.USER_ROLE_NOT_FOUND,
            UserException.GrantsTooMuch.class, ProblemCode.USER_GRANTS_TOO_MUCH,
            UserException.OnlyForThePlatform.class, ProblemCode.USER_GRANTS_TOO_MUCH,
            UserException.LastAdministrator.class, ProblemCode.USER_LAST_ADMINISTRATOR));
    problems.add(
        RoleException.class,
        Map.of(
            RoleException.NotFound.class, ProblemCode.ROLE_NOT_FOUND,
            RoleException.InvalidName.class, ProblemCode.VALIDATION_FAILED,
            RoleException.AllowsNothing.class, ProblemCode.VALIDATION_FAILED,
            RoleException.NameTaken.class, ProblemCode.ROLE_NAME_TAKEN,
            RoleException.InUse.class, ProblemCode.ROLE_IN_USE,
            RoleException.GrantsTooMuch.class, ProblemCode.ROLE_GRANTS_TOO_MUCH,
            RoleException.OnlyForThePlatform.class, ProblemCode.ROLE_GRANTS_TOO_MUCH));
    problems.add(
        PasswordException.class,
        Map.of(
            PasswordException.Refused.class, ProblemCode.PASSWORD_REFUSED,
            PasswordException.PresentIsWrong.class, ProblemCode.PRESENT_PASSWORD_WRONG));
    problems.add(
        SecondFactorException.class,
        Map.of(
            SecondFactorException.Required.class, ProblemCode.SECOND_FACTOR_REQUIRED,
            SecondFactorException.Wrong.class, ProblemCode.SECOND_FACTOR_WRONG,
            SecondFactorException.PresentCodeIsWrong.class, ProblemCode.PRESENT_CODE_WRONG,
            SecondFactorException.StepNotAllowed.class,
                ProblemCode.SECOND_FACTOR_STEP_NOT_ALLOWED));
    problems.add(
        SessionException.class,
        Map.of(SessionException.NotFound.class, ProblemCode.SESSION_NOT_FOUND));
  }
}
