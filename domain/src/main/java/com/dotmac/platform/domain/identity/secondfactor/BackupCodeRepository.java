package com.dotmac.platform.domain.identity.secondfactor;

import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The queries over {@code user_backup_codes}. Whoever changes them holds the second factor. */
final class BackupCodeRepository {

  private static final String UNUSED =
      "from UserBackupCode where userId = :user and usedAt is null";

  private final TenantSessions sessions;

  BackupCodeRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  /** How many a person has not used. */
  int left(TenantScope scope, UUID userId) {
    return sessions
        .of(scope)
        .createSelectionQuery("select count(*) " + UNUSED, Long.class)
        .setParameter("user", userId)
        .getSingleResult()
        .intValue();
  }

  Optional<UserBackupCode> findUnused(TenantScope scope, UUID userId, byte[] digest) {
    return sessions
        .of(scope)
        .createSelectionQuery(UNUSED + " and codeDigest = :digest", UserBackupCode.class)
        .setParameter("user", userId)
        .setParameter("digest", digest)
        .uniqueResultOptional();
  }

  /** A person has these, and the ones before are dead. */
  void replace(CallContext context, UUID userId, List<BackupCode> codes) {
    removeAll(context.scope(), userId);
    Session session = sessions.of(context.scope());
    codes.forEach(code -> session.persist(new UserBackupCode(context, userId, code)));
    session.flush();
  }

  void removeAll(TenantScope scope, UUID userId) {
    sessions
        .of(scope)
        .createMutationQuery("delete from UserBackupCode where userId = :user")
        .setParameter("user", userId)
        .executeUpdate();
  }

  void flush(TenantScope scope) {
    sessions.of(scope).flush();
  }
}
