package com.dotmac.platform.app.auth;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.signin.OpenedSession;
import com.dotmac.platform.domain.identity.signin.SessionService;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.TenantScope;
import io.dropwizard.auth.Authenticator;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Checks an access token, and looks at the session that it names, in a transaction of its own: a
 * session that was ended, a user who was disabled and a tenant that was suspended open nothing from
 * the next request on, however long the token would still be good.
 */
public final class SessionAuthenticator implements Authenticator<String, Caller> {

  private final AccessTokens tokens;
  private final SessionService userSessions;
  private final UnitsOfWork unitsOfWork;
  private final Clock clock;

  /**
   * An authenticator.
   *
   * @param tokens reads access tokens
   * @param userSessions the door to sessions
   * @param unitsOfWork where the session is looked at
   * @param clock tells the instant of the request
   */
  public SessionAuthenticator(
      AccessTokens tokens, SessionService userSessions, UnitsOfWork unitsOfWork, Clock clock) {
    this.tokens = tokens;
    this.userSessions = userSessions;
    this.unitsOfWork = unitsOfWork;
    this.clock = clock;
  }

  @Override
  public Optional<Caller> authenticate(String presented) {
    return tokens.read(presented).flatMap(this::look);
  }

  private Optional<Caller> look(AccessToken token) {
    Instant now = clock.instant();
    TenantScope scope = new TenantScope(token.tenantId());
    return unitsOfWork
        .reading(scope, () -> userSessions.open(scope, token.sessionId(), token.userId(), now))
        .map(session -> caller(scope, session, now));
  }

  private static Caller caller(TenantScope scope, OpenedSession session, Instant now) {
    return new Caller(
        scope,
        new Actor(Actor.Kind.USER, session.userId(), session.userName()),
        session.permissions(),
        now,
        session.sessionId());
  }
}
