package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.Tenant;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queries over {@code user_identities}. */
final class UserIdentityRepository {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of("uq_user_identities_subject", UserIdentityException.Taken::new));

  /** Whoever asks under an identity, his tenant and his roles: a row for each role, or one. */
  private static final String ASKING =
      """
      select person, tenant, held.standardRole, own.permissions from UserIdentity link
      join User person on person.id = link.userId
      join Tenant tenant on tenant.id = link.tenantId
      left join UserRole held on held.userId = person.id
      left join Role own on own.id = held.roleId
      where link.issuer = :issuer and link.subject = :subject
        and person.status = :active and tenant.status = :open
      """;

  private final TenantSessions sessions;

  UserIdentityRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, UserIdentity identity) {
    sessions.of(scope).persist(identity);
    REFUSALS.flush(sessions.of(scope));
  }

  void remove(TenantScope scope, UserIdentity identity) {
    sessions.of(scope).remove(identity);
    sessions.of(scope).flush();
  }

  Optional<UserIdentity> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(UserIdentity.class, id));
  }

  Page<UserIdentity> list(TenantScope scope, UUID userId, PageRequest page) {
    return new KeysetQuery<>(UserIdentity.class, UserIdentity::id)
        .where("userId = :user", "user", userId)
        .page(sessions.of(scope), page);
  }

  /** In one round trip; empty when user or tenant may not take part, or nobody is linked. */
  Optional<OpenedUser> findAsking(TenantScope scope, ExternalIdentity identity) {
    List<Object[]> rows =
        sessions
            .of(scope)
            .createSelectionQuery(ASKING, Object[].class)
            .setParameter("issuer", identity.issuer())
            .setParameter("subject", identity.subject())
            .setParameter("active", UserStatus.ACTIVE)
            .setParameter("open", TenantStatus.ACTIVE)
            .getResultList();
    return rows.stream().findFirst().map(first -> opened(first, rows));
  }

  private static OpenedUser opened(Object[] first, List<Object[]> rows) {
    User person = (User) first[0];
    return new OpenedUser(
        person.id(),
        person.displayName(),
        Permission.heldIn((Tenant) first[1], RolePermissions.ofAll(rows, 2)));
  }
}
