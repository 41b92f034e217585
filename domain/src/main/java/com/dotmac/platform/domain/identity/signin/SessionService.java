package com.dotmac.platform.domain.identity.signin;

import com.dotmac.platform.domain.identity.SessionEnding;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door to sessions: start, look at, refresh, end.
 *
 * <p>A refresh token is good once. When one comes a second time two have it, and nobody knows which
 * of them is the thief: the session ends for both. This holds without grace, also for two requests
 * at once, so a program refreshes in one place; if an answer was lost, the person signs in again.
 */
public final class SessionService implements SessionEnding {

  private final UserSessionRepository userSessions;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param audit where acts are recorded
   */
  public SessionService(TenantSessions sessions, AuditTrail audit) {
    userSessions = new UserSessionRepository(sessions);
    this.audit = audit;
  }

  /**
   * Starts a session.
   *
   * @param context the person, who has just proved himself
   * @param userId the person
   * @param userAgent what his program calls itself, cut to 200 characters; {@code null}: nothing
   * @return the session with its first refresh token
   */
  public IssuedSession start(CallContext context, UUID userId, @Nullable String userAgent) {
    RefreshToken token =
        RefreshToken.first(context.scope().tenantId(), Identifiers.next(context.at()));
    UserSession session = new UserSession(context, userId, token, userAgent);
    userSessions.add(context.scope(), session);
    audit.record(context, "session.started", session.id(), null, session.auditState());
    return new IssuedSession(session, token.text());
  }

  /**
   * Looks at the session that a request names, at its user and at his tenant, in one round trip.
   *
   * @param sessionId the session
   * @param userId whose it is said to be
   * @param at instant of the request
   * @return empty if it is over or was ended, user or tenant may not take part, or it is another's
   */
  public Optional<OpenedSession> open(TenantScope scope, UUID sessionId, UUID userId, Instant at) {
    return userSessions
        .findAsking(scope, sessionId)
        .filter(asking -> asking.session().isOpen(at) && asking.user().id().equals(userId))
        .map(
            asking ->
                new OpenedSession(
                    sessionId, userId, asking.user().displayName(), asking.permissions()));
  }

  /**
   * The tenant that a presented refresh token claims to belong to; nothing is checked yet.
   *
   * @param text what the caller presented
   * @return empty if it has not the form of a refresh token
   */
  public static Optional<TenantScope> claimedScope(String text) {
    return RefreshToken.parse(text).map(token -> new TenantScope(token.tenantId()));
  }

  /**
   * Gives a new refresh token for the newest one. One that was good before ends the session: commit
   * also when the answer is empty.
   *
   * @param scope tenant that the token claims, see {@link #claimedScope}
   * @param text what the caller presented
   * @param at instant of the request
   * @param requestId request that presents it; {@code null} outside HTTP
   * @return the session with its next token; empty if the token opens nothing. Why is nobody's
   *     business who does not hold the newest
   */
  public Optional<IssuedSession> refresh(
      TenantScope scope, String text, Instant at, @Nullable String requestId) {
    Optional<RefreshToken> presented =
        RefreshToken.parse(text).filter(token -> token.tenantId().equals(scope.tenantId()));
    if (presented.isEmpty()) {
      return Optional.empty();
    }
    RefreshToken token = presented.get();
    Optional<UserSession> held =
        userSessions
            .hold(scope, token.sessionId())
            .filter(session -> session.isOfFamily(token) && session.isOpen(at));
    Optional<UserSessionRepository.Asking> asking =
        held.flatMap(session -> userSessions.findAsking(scope, session.id()));
    if (held.isEmpty() || asking.isEmpty()) {
      return Optional.empty();
    }
    UserSession session = held.get();
    CallContext context = new CallContext(scope, asking.get().user().actor(), at, null, requestId);
    if (!session.opensWith(token)) {
      end(context, session, SessionEnd.TOKEN_REUSED);
      return Optional.empty();
    }
    RefreshToken next = token.next();
    session.take(next, context.at());
    userSessions.flush(scope);
    return Optional.of(new IssuedSession(session, next.text()));
  }

  /** A page of a person's open sessions, newest first. */
  public Page<UserSession> list(TenantScope scope, UUID userId, Instant at, PageRequest page) {
    return userSessions.listOpen(scope, userId, at, page);
  }

  /**
   * Ends a session of a person.
   *
   * @param userId the person
   * @param id the session
   * @throws SessionException.NotFound if he has no such open session
   */
  public UserSession end(CallContext context, UUID userId, UUID id) {
    UserSession session =
        userSessions
            .hold(context.scope(), id)
            .filter(found -> found.userId().equals(userId) && found.isOpen(context.at()))
            .orElseThrow(SessionException.NotFound::new);
    end(context, session, SessionEnd.SIGNED_OUT);
    return session;
  }

  /**
   * Ends the sessions of a person.
   *
   * @param userId the person
   * @param reason why
   * @param kept a session that goes on; {@code null}: none
   * @return how many were ended
   */
  public int endAll(CallContext context, UUID userId, SessionEnd reason, @Nullable UUID kept) {
    List<UserSession> others =
        userSessions.holdOpen(context.scope(), userId, context.at()).stream()
            .filter(session -> !session.id().equals(kept))
            .toList();
    others.forEach(session -> end(context, session, reason));
    return others.size();
  }

  @Override
  public void endAllOfDisabled(CallContext context, UUID userId) {
    endAll(context, userId, SessionEnd.USER_DISABLED, null);
  }

  private void end(CallContext context, UserSession session, SessionEnd reason) {
    var before = session.auditState();
    session.end(reason, context.at());
    userSessions.flush(context.scope());
    audit.record(context, "session.ended", session.id(), before, session.auditState());
  }
}
