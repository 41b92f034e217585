package com.dotmac.platform.domain.identity.links;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queries over {@code user_tokens}. */
final class UserTokenRepository {

  /** Each new row takes up to two old ones with it, so that the table needs no other broom. */
  private static final String SWEEP =
      """
      WITH old AS (
        SELECT id FROM user_tokens WHERE tenant_id = :tenant AND expires_at <= :forgotten
        ORDER BY expires_at LIMIT 2 FOR UPDATE SKIP LOCKED
      )
      DELETE FROM user_tokens t USING old WHERE t.tenant_id = :tenant AND t.id = old.id\
      """;

  private static final String OF_PURPOSE =
      "from UserToken where userId = :user and purpose = :purpose";

  private final TenantSessions sessions;

  UserTokenRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  /**
   * Adds a row.
   *
   * @param forgotten rows that expired before this instant may go
   */
  void add(TenantScope scope, UserToken token, Instant forgotten) {
    sessions
        .of(scope)
        .createNativeMutationQuery(SWEEP)
        .setParameter("tenant", scope.tenantId())
        .setParameter("forgotten", forgotten)
        .executeUpdate();
    sessions.of(scope).persist(token);
    flush(scope);
  }

  void flush(TenantScope scope) {
    sessions.of(scope).flush();
  }

  /** Whose a link is; read alone, so that the row itself is read once its owner is held. */
  Optional<UUID> findOwner(TenantScope scope, UUID id) {
    return sessions
        .of(scope)
        .createSelectionQuery("select userId from UserToken where id = :id", UUID.class)
        .setParameter("id", id)
        .uniqueResultOptional();
  }

  Optional<UserToken> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(UserToken.class, id));
  }

  /** Those of a person and a purpose that nothing ended, also when their time is over. */
  List<UserToken> listOpen(TenantScope scope, UUID userId, LinkPurpose purpose) {
    return sessions
        .of(scope)
        .createSelectionQuery(OF_PURPOSE + " and endedAt is null", UserToken.class)
        .setParameter("user", userId)
        .setParameter("purpose", purpose)
        .getResultList();
  }

  /** When those of a person and a purpose were mailed that were mailed later than an instant. */
  List<Instant> listIssuedAfter(
      TenantScope scope, UUID userId, LinkPurpose purpose, Instant instant) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "select issuedAt " + OF_PURPOSE + " and issuedAt > :after", Instant.class)
        .setParameter("user", userId)
        .setParameter("purpose", purpose)
        .setParameter("after", instant)
        .getResultList();
  }
}
