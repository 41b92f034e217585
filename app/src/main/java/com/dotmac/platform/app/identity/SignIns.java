package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.AccessToken;
import com.dotmac.platform.app.auth.AccessTokens;
import com.dotmac.platform.app.auth.TenantSlugs;
import com.dotmac.platform.app.http.RequestId;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.UserService;
import com.dotmac.platform.domain.identity.UserStatus;
import com.dotmac.platform.domain.identity.secondfactor.SecondFactorException;
import com.dotmac.platform.domain.identity.secondfactor.SecondFactorService;
import com.dotmac.platform.domain.identity.signin.HashedPassword;
import com.dotmac.platform.domain.identity.signin.IssuedSession;
import com.dotmac.platform.domain.identity.signin.PasswordHasher;
import com.dotmac.platform.domain.identity.signin.PasswordService;
import com.dotmac.platform.domain.identity.signin.SessionService;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a sign-in: count the attempt, check the password, then the second factor of who has
 * one, start the session. The check of the password stands between two transactions, so that no
 * connection waits for it.
 *
 * <p>The steps are the same whoever is asked for, see {@link PasswordService}. Only of a tenant
 * that does not exist no attempt is counted, for its row would have no owner; a hash is computed
 * for it, too. Which slugs there are is no secret of a user.
 */
public final class SignIns {

  private final TenantSlugs slugs;
  private final UserService users;
  private final PasswordService passwords;
  private final SecondFactorService secondFactors;
  private final SessionService userSessions;
  private final PasswordHasher hasher;
  private final AccessTokens tokens;
  private final UnitsOfWork unitsOfWork;
  private final Clock clock;

  /**
   * Sign-ins of an installation.
   *
   * @param doors what people need to sign in
   * @param tenants finds a tenant by its slug
   * @param hasher checks passwords
   * @param tokens signs access tokens
   * @param unitsOfWork where the steps run
   * @param clock tells the instant of the request
   */
  public SignIns(
      PeopleDoors doors,
      TenantService tenants,
      PasswordHasher hasher,
      AccessTokens tokens,
      UnitsOfWork unitsOfWork,
      Clock clock) {
    slugs = new TenantSlugs(tenants, unitsOfWork);
    users = doors.users();
    passwords = doors.passwords();
    secondFactors = doors.secondFactors();
    userSessions = doors.sessions();
    this.hasher = hasher;
    this.tokens = tokens;
    this.unitsOfWork = unitsOfWork;
    this.clock = clock;
  }

  /**
   * A session with the texts that its holder gets.
   *
   * @param issued the session and its refresh token
   * @param accessToken good for some minutes
   */
  public record Tokens(IssuedSession issued, String accessToken) {

    /** Names the session without giving a token away. */
    @Override
    public String toString() {
      return issued.toString();
    }
  }

  /** Whether there is a key to sign with. */
  public boolean areSetUp() {
    return tokens.canSign();
  }

  /**
   * Signs a person in.
   *
   * @param slug his tenant
   * @param email his address, in any case
   * @param password as typed
   * @param code of his app, or a backup code; {@code null}: none. Looked at only beside the right
   *     password, and of somebody who has a second factor
   * @param userAgent what his program calls itself; {@code null}: nothing
   * @return empty when he is not let in; why is nobody's business
   * @throws SecondFactorException if the password is right, and the code is missing or not taken;
   *     that stays counted as a failure
   */
  public Optional<Tokens> signIn(
      String slug,
      String email,
      String password,
      @Nullable String code,
      @Nullable String userAgent) {
    Instant now = clock.instant();
    Optional<TenantScope> scope = slugs.find(slug);
    Optional<HashedPassword> expected =
        scope.flatMap(found -> unitsOfWork.in(found, () -> passwords.begin(found, email, now)));
    boolean right = hasher.matches(password, expected.orElse(null));
    return right
        ? scope.flatMap(
            found -> unitsOfWork.in(found, () -> start(found, email, code, userAgent, now)))
        : Optional.empty();
  }

  private Optional<Tokens> start(
      TenantScope scope,
      String email,
      @Nullable String code,
      @Nullable String userAgent,
      Instant now) {
    Optional<User> person =
        users.findByEmail(scope, email).filter(user -> user.status() == UserStatus.ACTIVE);
    // A refusal rolls back, so the attempt stays counted: the password alone gives no guesses back.
    person.ifPresent(user -> secondFactors.admit(context(scope, user, now), user.id(), code));
    passwords.succeeded(scope, email);
    return person.map(
        user ->
            tokens(
                scope, userSessions.start(context(scope, user, now), user.id(), userAgent), now));
  }

  /**
   * Goes on with a session.
   *
   * @param refreshToken as presented
   * @return empty when it opens nothing
   */
  public Optional<Tokens> refresh(String refreshToken) {
    Instant now = clock.instant();
    return SessionService.claimedScope(refreshToken)
        .flatMap(
            scope ->
                unitsOfWork
                    .in(
                        scope,
                        () -> userSessions.refresh(scope, refreshToken, now, RequestId.current()))
                    .map(issued -> tokens(scope, issued, now)));
  }

  private Tokens tokens(TenantScope scope, IssuedSession issued, Instant now) {
    AccessToken token =
        new AccessToken(scope.tenantId(), issued.session().userId(), issued.session().id());
    return new Tokens(issued, tokens.sign(token, now));
  }

  private static CallContext context(TenantScope scope, User user, Instant now) {
    return new CallContext(scope, user.actor(), now, null, RequestId.current());
  }
}
