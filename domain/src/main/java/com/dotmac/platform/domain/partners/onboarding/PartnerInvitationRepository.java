package com.dotmac.platform.domain.partners.onboarding;

import com.dotmac.platform.domain.shared.ConstraintRefusals;
import com.dotmac.platform.domain.shared.KeysetQuery;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queries over {@code partner_invitations}. */
final class PartnerInvitationRepository {

  private static final ConstraintRefusals REFUSALS =
      new ConstraintRefusals(
          Map.of("uq_partner_invitations_open", PartnerInvitationException.Open::new));

  private final TenantSessions sessions;

  PartnerInvitationRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void add(TenantScope scope, PartnerInvitation invitation) {
    sessions.of(scope).persist(invitation);
    flush(scope);
  }

  void flush(TenantScope scope) {
    REFUSALS.flush(sessions.of(scope));
  }

  Optional<PartnerInvitation> find(TenantScope scope, UUID id) {
    return Optional.ofNullable(sessions.of(scope).find(PartnerInvitation.class, id));
  }

  /** The invitation, held until the transaction ends: one at a time decides what becomes of it. */
  Optional<PartnerInvitation> findHeld(TenantScope scope, UUID id) {
    return Optional.ofNullable(
        sessions.of(scope).find(PartnerInvitation.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The one of an address that nothing ended, also when its time is over. */
  Optional<PartnerInvitation> findPending(TenantScope scope, UUID partnerId, String email) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from PartnerInvitation where partnerId = :partner and email = :email and status = :pending",
            PartnerInvitation.class)
        .setParameter("partner", partnerId)
        .setParameter("email", email)
        .setParameter("pending", PartnerInvitationStatus.PENDING)
        .uniqueResultOptional();
  }

  /** Those of a partner and an address that were mailed later than an instant. */
  List<PartnerInvitation> mailedAfter(
      TenantScope scope, UUID partnerId, String email, Instant instant) {
    return sessions
        .of(scope)
        .createSelectionQuery(
            "from PartnerInvitation where partnerId = :partner and email = :email and mailedAt > :after",
            PartnerInvitation.class)
        .setParameter("partner", partnerId)
        .setParameter("email", email)
        .setParameter("after", instant)
        .getResultList();
  }

  Page<PartnerInvitation> list(TenantScope scope, UUID partnerId, PageRequest page) {
    return new KeysetQuery<>(PartnerInvitation.class, PartnerInvitation::id)
        .where("partnerId = :partner", "partner", partnerId)
        .page(sessions.of(scope), page);
  }
}
