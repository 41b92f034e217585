package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.NumberSeries;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The door to partners. Each verb that changes something writes its audit row; none opens a
 * transaction.
 */
public final class PartnerService {

  private final PartnerRepository partners;
  private final PartnerAccountRepository accounts;
  private final NumberSeries numbers;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param audit where acts are recorded
   */
  public PartnerService(TenantSessions sessions, AuditTrail audit) {
    partners = new PartnerRepository(sessions);
    accounts = new PartnerAccountRepository(sessions);
    numbers = new NumberSeries(sessions, "partner", "PTR");
    this.audit = audit;
  }

  /**
   * Creates a partner, pending, with the next number.
   *
   * @throws PartnerException.CompanyNameTaken if another partner that is not archived has the name
   * @throws PartnerException.ExternalIdTaken if another partner has the external id
   */
  public Partner create(CallContext context, PartnerDetails details) {
    Partner partner = new Partner(context, numbers.next(context), details);
    partners.add(context.scope(), partner);
    audit.record(context, "partner.created", partner.id(), null, partner.auditState());
    return partner;
  }

  /**
   * The partner with an identifier.
   *
   * @throws PartnerException.NotFound if the tenant has none
   */
  public Partner get(TenantScope scope, UUID id) {
    return partners.find(scope, id).orElseThrow(PartnerException.NotFound::new);
  }

  /**
   * The partner with an identifier, for something new: he cannot be archived until the transaction
   * ends.
   *
   * @throws PartnerException.NotFound if the tenant has none
   * @throws PartnerException.Archived if he is archived
   */
  public Partner getOpen(TenantScope scope, UUID id) {
    Partner partner = partners.getAndHold(scope, id);
    if (partner.status() == PartnerStatus.ARCHIVED) {
      throw new PartnerException.Archived();
    }
    return partner;
  }

  /**
   * Lets nobody act for a partner who is not at work; he is held as he is until the transaction
   * ends.
   *
   * @throws PartnerException.NotFound if the tenant has none
   * @throws PartnerException.NotActive if he is not active
   */
  public void requireActive(TenantScope scope, UUID id) {
    partners.requireActive(scope, id);
  }

  /**
   * The partner with a number.
   *
   * @param number as printed, {@code PTR-000042}
   * @throws PartnerException.NotFound if the tenant has none
   */
  public Partner getByNumber(TenantScope scope, String number) {
    return partners.findByNumber(scope, number).orElseThrow(PartnerException.NotFound::new);
  }

  /** Where partners stand; whom the tenant does not have is missing. */
  public Map<UUID, PartnerStatus> statuses(TenantScope scope, Collection<UUID> ids) {
    return partners.statuses(scope, ids, false);
  }

  /**
   * Where partners stand, and stay until the transaction ends: for whoever decides about the money
   * of many of them at once. Whom the tenant does not have is missing.
   */
  public Map<UUID, PartnerStatus> holdStatuses(TenantScope scope, Collection<UUID> ids) {
    return partners.statuses(scope, ids, true);
  }

  /** A page of partners, newest first. */
  public Page<Partner> list(TenantScope scope, PartnerFilter filter, PageRequest page) {
    return partners.list(scope, filter, page);
  }

  /**
   * Changes what people say of a partner. A change of nothing writes nothing.
   *
   * @param expectedVersion version that the caller has read
   * @param edit gives the new details from the present ones
   * @throws PartnerException.NotFound if the tenant has none
   * @throws PartnerException.Archived if the partner is archived
   * @throws PartnerException.CompanyNameTaken if another partner that is not archived has the name
   * @throws PartnerException.ExternalIdTaken if another partner has the external id
   * @throws VersionConflictException if the partner was changed meanwhile
   */
  public Partner change(
      CallContext context, UUID id, int expectedVersion, UnaryOperator<PartnerDetails> edit) {
    Partner partner = getForChange(context.scope(), id, expectedVersion);
    if (partner.status() == PartnerStatus.ARCHIVED) {
      throw new PartnerException.Archived();
    }
    PartnerDetails present = partner.details();
    PartnerDetails wanted = edit.apply(present);
    if (!wanted.equals(present)) {
      var before = partner.auditState();
      partner.change(wanted, context.at());
      partners.flush(context.scope());
      if (wanted.tier() != present.tier()) {
        partners.add(
            context.scope(), new PartnerTierMove(context, id, present.tier(), wanted.tier()));
      }
      audit.record(context, "partner.changed", id, before, partner.auditState());
    }
    return partner;
  }

  /**
   * Lets only people change the tier of a partner, whatever his numbers say. Who is pinned already
   * stays so.
   *
   * @param expectedVersion version that the caller has read
   * @throws PartnerException.NotFound if the tenant has none
   * @throws PartnerException.Archived if the partner is archived
   * @throws VersionConflictException if the partner was changed meanwhile
   */
  public Partner pinTier(CallContext context, UUID id, int expectedVersion) {
    return pin(context, id, expectedVersion, context.at(), "partner.tier_pinned");
  }

  /**
   * Lets the numbers of a partner change his tier again. Who is not pinned stays so.
   *
   * @param expectedVersion version that the caller has read
   * @throws PartnerException.NotFound if the tenant has none
   * @throws PartnerException.Archived if the partner is archived
   * @throws VersionConflictException if the partner was changed meanwhile
   */
  public Partner unpinTier(CallContext context, UUID id, int expectedVersion) {
    return pin(context, id, expectedVersion, null, "partner.tier_unpinned");
  }

  private Partner pin(
      CallContext context, UUID id, int expectedVersion, @Nullable Instant since, String action) {
    Partner partner = getForChange(context.scope(), id, expectedVersion);
    if (partner.status() == PartnerStatus.ARCHIVED) {
      throw new PartnerException.Archived();
    }
    if ((partner.tierPinnedAt() == null) != (since == null)) {
      var before = partner.auditState();
      partner.pinTier(since, context.at());
      partners.flush(context.scope());
      audit.record(context, action, id, before, partner.auditState());
    }
    return partner;
  }

  /**
   * A page of the moves of a partner from tier to tier, newest first.
   *
   * @throws PartnerException.NotFound if the tenant has no such partner
   */
  public Page<PartnerTierMove> tierMoves(TenantScope scope, UUID id, PageRequest page) {
    partners.refuseIfAbsent(scope, id);
    return partners.tierMoves(scope, id, page);
  }

  /**
   * Brings a partner to work, for the first time or again.
   *
   * @param expectedVersion version that the caller has read
   * @throws PartnerException.NotFound if the tenant has none
   * @throws PartnerException.StepNotAllowed unless he is pending or suspended
   * @throws VersionConflictException if the partner was changed meanwhile
   */
  public Partner activate(CallContext context, UUID id, int expectedVersion) {
    return step(context, id, expectedVersion, PartnerStatus.ACTIVE, "partner.activated");
  }

  /**
   * Stops a partner for a while. His accounts stay his.
   *
   * @param expectedVersion version that the caller has read
   * @throws PartnerException.NotFound if the tenant has none
   * @throws PartnerException.StepNotAllowed unless he is active
   * @throws VersionConflictException if the partner was changed meanwhile
   */
  public Partner suspend(CallContext context, UUID id, int expectedVersion) {
    return step(context, id, expectedVersion, PartnerStatus.SUSPENDED, "partner.suspended");
  }

  /**
   * Ends a partner for good: from this instant on he looks after no customer.
   *
   * @param expectedVersion version that the caller has read
   * @throws PartnerException.NotFound if the tenant has none
   * @throws PartnerException.StepNotAllowed unless he is active or suspended
   * @throws VersionConflictException if the partner was changed meanwhile
   */
  public Partner terminate(CallContext context, UUID id, int expectedVersion) {
    Partner partner =
        step(context, id, expectedVersion, PartnerStatus.TERMINATED, "partner.terminated");
    for (PartnerAccount account : accounts.running(context.scope(), id, context.at())) {
      account.endAndRecord(context, audit);
    }
    return partner;
  }

  /**
   * Puts a terminated partner out of sight; his company name is free again.
   *
   * @param expectedVersion version that the caller has read
   * @throws PartnerException.NotFound if the tenant has none
   * @throws PartnerException.StepNotAllowed unless he is terminated
   * @throws VersionConflictException if the partner was changed meanwhile
   */
  public Partner archive(CallContext context, UUID id, int expectedVersion) {
    return step(context, id, expectedVersion, PartnerStatus.ARCHIVED, "partner.archived");
  }

  private Partner step(
      CallContext context, UUID id, int expectedVersion, PartnerStatus next, String action) {
    Partner partner = getForChange(context.scope(), id, expectedVersion);
    var before = partner.auditState();
    partner.become(next, context.at());
    partners.flush(context.scope());
    audit.record(context, action, id, before, partner.auditState());
    return partner;
  }

  private Partner getForChange(TenantScope scope, UUID id, int expectedVersion) {
    Partner partner = get(scope, id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, partner.version());
    return partner;
  }
}
