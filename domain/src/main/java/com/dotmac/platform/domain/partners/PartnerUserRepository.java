package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queries over {@code partner_users}. */
final class PartnerUserRepository {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of(
              "uq_partner_users_email", PartnerUserException.EmailTaken::new,
              "uq_partner_users_primary_contact", PartnerUserException.PrimaryContactTaken::new,
              "fk_partner_users_user", PartnerUserException.UserNotFound::new));

  private final TenantSessions sessions;

  PartnerUserRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, PartnerUser user) {
    sessions.of(scope).persist(user);
    flush(scope);
  }

  void flush(TenantScope scope) {
    REFUSALS.flush(sessions.of(scope));
  }

  Optional<PartnerUser> find(TenantScope scope, UUID partnerId, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(PartnerUser.class, id))
        .filter(user -> user.partnerId().equals(partnerId));
  }

  /** Those who are one user of the tenant, and act for a partner still. */
  List<PartnerUser> activeOf(TenantScope scope, UUID userId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from PartnerUser where userId = :user and deactivatedAt is null order by id",
            PartnerUser.class)
        .setParameter("user", userId)
        .getResultList();
  }

  /** The one with an address who acts for the partner. */
  Optional<PartnerUser> findActive(TenantScope scope, UUID partnerId, String email) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from PartnerUser where partnerId = :partner and email = :email and deactivatedAt is null",
            PartnerUser.class)
        .setParameter("partner", partnerId)
        .setParameter("email", email)
        .uniqueResultOptional();
  }

  /** How many owners act for a partner. */
  long countOwners(TenantScope scope, UUID partnerId) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "select count(*) from PartnerUser where partnerId = :partner and role = :owner and deactivatedAt is null",
            Long.class)
        .setParameter("partner", partnerId)
        .setParameter("owner", PartnerRole.PARTNER_OWNER)
        .getSingleResult();
  }

  Page<PartnerUser> list(
      TenantScope scope, UUID partnerId, boolean alsoDeactivated, PageRequest page) {
    return new KeysetQuery<>(PartnerUser.class, PartnerUser::id)
        .where(
            alsoDeactivated
                ? "partnerId = :partner"
                : "partnerId = :partner and deactivatedAt is null",
            "partner",
            partnerId)
        .page(sessions.of(scope), page);
  }
}
