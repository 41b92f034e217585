package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.partners.PartnerException;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.PartnerSettingsService;
import com.dotmac.platform.domain.partners.ledger.Balances;
import com.dotmac.platform.domain.partners.ledger.Ledger;
import com.dotmac.platform.domain.partners.ledger.LedgerBalances;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantSql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The door to what partners earned, for people: to read, approve, block and cancel it, and to add
 * to it by hand. Each verb that changes something records it; none opens a transaction.
 */
public final class CommissionEventService {

  private final CommissionEventRepository events;
  private final AccrualReader reader;
  private final PartnerService partners;
  private final PartnerSettingsService settings;
  private final Ledger ledger;
  private final LedgerBalances balances;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param partners who earns
   * @param settings whether who writes a line may approve it
   * @param ledger the books
   * @param balances what they say
   * @param audit where acts are recorded
   */
  public CommissionEventService(
      TenantSessions sessions,
      PartnerService partners,
      PartnerSettingsService settings,
      Ledger ledger,
      LedgerBalances balances,
      AuditTrail audit) {
    events = new CommissionEventRepository(sessions);
    reader = new AccrualReader(new TenantSql(sessions));
    this.partners = partners;
    this.settings = settings;
    this.ledger = ledger;
    this.balances = balances;
    this.audit = audit;
  }

  /**
   * A line.
   *
   * @throws CommissionException.NotFound if the tenant has none
   */
  public CommissionEvent get(TenantScope scope, UUID id) {
    return events.find(scope, id).orElseThrow(CommissionException.NotFound::new);
  }

  /**
   * A line of a partner.
   *
   * @throws CommissionException.NotFound if the partner has none
   */
  public CommissionEvent getOf(TenantScope scope, UUID partnerId, UUID id) {
    return events
        .find(scope, id)
        .filter(event -> event.partnerId().equals(partnerId))
        .orElseThrow(CommissionException.NotFound::new);
  }

  /** Why a line is what it is; {@code null}: somebody wrote it by hand, or it takes that back. */
  public @Nullable CommissionGround groundOf(TenantScope scope, CommissionEvent event) {
    UUID termsId = event.termsId();
    return termsId == null
        ? null
        : events
            .findTerms(scope, termsId)
            .map(terms -> new CommissionGround(terms, pool(scope, terms)))
            .orElse(null);
  }

  /** By what is earned on an invoice, also where nothing is and why. */
  public List<CommissionTerms> termsOf(TenantScope scope, UUID invoiceId) {
    return events.termsOf(scope, invoiceId);
  }

  /** The period over which the tiers of terms are counted; {@code null}: there is none. */
  public @Nullable CommissionPool pool(TenantScope scope, CommissionTerms terms) {
    UUID id = terms.poolId();
    return id == null ? null : events.findPool(scope, id).orElse(null);
  }

  /** A page of lines, newest first. */
  public Page<CommissionEvent> list(
      TenantScope scope, CommissionEventFilter filter, PageRequest page) {
    return events.list(scope, filter, page);
  }

  /**
   * Approves lines, and with each what takes back of it: all of them or none.
   *
   * @param ids the lines
   * @return the lines, by identifier
   * @throws CommissionException.NotFound if the tenant lacks one
   * @throws CommissionException.StepNotAllowed if one is not pending, or is blocked
   * @throws CommissionException.Held if one is held for longer
   * @throws CommissionException.OwnWork if the caller wrote one, where that is not allowed
   */
  public List<CommissionEvent> approve(CallContext context, Set<UUID> ids) {
    List<CommissionEvent> held = events.listForChange(context.scope(), ids);
    Set<UUID> missing = new HashSet<>(ids);
    held.forEach(event -> missing.remove(event.id()));
    if (!missing.isEmpty()) {
      throw new CommissionException.NotFound();
    }
    boolean twoPeople = settings.get(context.scope()).makerChecker();
    List<CommissionEvent> approved = new ArrayList<>();
    for (CommissionEvent event : held) {
      if (event.status() == CommissionStatus.PENDING || ids.contains(event.id())) {
        refuseUnlessApprovable(context, event, twoPeople);
        var before = event.auditState();
        event.approve(context.at());
        record(context, "approved", event, before);
        approved.add(event);
      }
    }
    events.flush(context.scope());
    ledger.post(context, CommissionPostings.approved(approved));
    return held.stream().filter(event -> ids.contains(event.id())).toList();
  }

  private static void refuseUnlessApprovable(
      CallContext context, CommissionEvent event, boolean twoPeople) {
    if (event.status() != CommissionStatus.PENDING || event.blockedAt() != null) {
      throw new CommissionException.StepNotAllowed(event, "approved");
    }
    if (event.availableAt().isAfter(context.at())) {
      throw new CommissionException.Held(event.availableAt());
    }
    UUID writer = event.createdBy();
    if (twoPeople && writer != null && writer.equals(context.actor().id())) {
      throw new CommissionException.OwnWork();
    }
  }

  /**
   * Keeps a line, and what takes back of it, from being approved and paid; the reason is that of
   * the call.
   *
   * @param expectedVersion version that the caller has read
   * @throws CommissionException.NotFound if the tenant has none
   * @throws CommissionException.StepNotAllowed if it is in a payout, blocked, or counts no more
   * @throws VersionConflictException if the line was changed meanwhile
   */
  public CommissionEvent block(CallContext context, UUID id, int expectedVersion) {
    return withReversals(
        context,
        id,
        expectedVersion,
        "blocked",
        event -> event.blockedAt() == null,
        event -> event.block(context.at(), context.reason()));
  }

  /**
   * Lets a blocked line go on.
   *
   * @param expectedVersion version that the caller has read
   * @throws CommissionException.NotFound if the tenant has none
   * @throws CommissionException.StepNotAllowed if it is not blocked
   * @throws VersionConflictException if the line was changed meanwhile
   */
  public CommissionEvent unblock(CallContext context, UUID id, int expectedVersion) {
    return withReversals(
        context,
        id,
        expectedVersion,
        "unblocked",
        event -> event.blockedAt() != null,
        event -> event.block(null, null));
  }

  /**
   * Lets what is left of a line count no more, for good, with what took back of it; the reason is
   * that of the call. What is earned by the same money later is not touched.
   *
   * @param expectedVersion version that the caller has read
   * @throws CommissionException.NotFound if the tenant has none
   * @throws CommissionException.StepNotAllowed if it is in a payout, a reversal, or counts no more
   * @throws VersionConflictException if the line was changed meanwhile
   */
  public CommissionEvent cancel(CallContext context, UUID id, int expectedVersion) {
    reader.hold(context.scope());
    CommissionEvent line = get(context.scope(), id);
    boolean held = line.status() == CommissionStatus.PENDING;
    Money left = line.open();
    CommissionEvent cancelled =
        withReversals(
            context,
            id,
            expectedVersion,
            "cancelled",
            event -> (event.status() == CommissionStatus.PENDING) == held,
            CommissionEvent::cancel);
    if (!left.isZero()) {
      ledger.post(context, List.of(CommissionPostings.cancelled(cancelled, left, held)));
    }
    return cancelled;
  }

  private CommissionEvent withReversals(
      CallContext context,
      UUID id,
      int expectedVersion,
      String verb,
      Predicate<CommissionEvent> allowed,
      Consumer<CommissionEvent> step) {
    List<CommissionEvent> lines = events.listForChange(context.scope(), Set.of(id));
    CommissionEvent line =
        lines.stream()
            .filter(event -> event.id().equals(id))
            .findFirst()
            .orElseThrow(CommissionException.NotFound::new);
    VersionConflictException.refuseUnlessEqual(expectedVersion, line.version());
    if (line.kind() == CommissionKind.REVERSAL
        || line.payoutId() != null
        || line.status() == CommissionStatus.CANCELLED
        || !allowed.test(line)) {
      throw new CommissionException.StepNotAllowed(line, verb);
    }
    for (CommissionEvent event : lines) {
      if (event.status() != CommissionStatus.CANCELLED && allowed.test(event)) {
        var before = event.auditState();
        step.accept(event);
        record(context, verb, event, before);
      }
    }
    events.flush(context.scope());
    return line;
  }

  /**
   * Adds to what a partner earned, or takes off, by hand; the reason is that of the call. Waits to
   * be approved.
   *
   * @param amount negative: takes off; not nothing
   * @throws PartnerException.NotFound if the tenant has no such partner
   */
  public CommissionEvent adjust(CallContext context, UUID partnerId, Money amount) {
    partners.get(context.scope(), partnerId);
    return write(context, partnerId, CommissionKind.ADJUSTMENT, amount);
  }

  /**
   * Lets a partner off all that he owes in a currency; the reason is that of the call. Waits to be
   * approved.
   *
   * @throws PartnerException.NotFound if the tenant has no such partner
   * @throws CommissionException.NothingOwed if he owes nothing
   */
  public CommissionEvent writeOff(CallContext context, UUID partnerId, Currency currency) {
    partners.get(context.scope(), partnerId);
    reader.hold(context.scope());
    long owed =
        balances.of(context.scope(), partnerId, (Instant) null).stream()
            .filter(balance -> balance.currency().equals(currency))
            .mapToLong(Balances::carried)
            .sum();
    long left =
        owed - events.pendingWriteOffs(context.scope(), partnerId, currency.getCurrencyCode());
    if (left <= 0) {
      throw new CommissionException.NothingOwed();
    }
    return write(context, partnerId, CommissionKind.WRITE_OFF, new Money(left, currency));
  }

  private CommissionEvent write(
      CallContext context, UUID partnerId, CommissionKind kind, Money amount) {
    CommissionEvent event = new CommissionEvent(context, partnerId, kind, amount);
    events.add(context.scope(), event);
    ledger.post(context, List.of(CommissionPostings.written(event)));
    record(context, kind == CommissionKind.WRITE_OFF ? "written_off" : "adjusted", event, null);
    return event;
  }

  private void record(
      CallContext context,
      String verb,
      CommissionEvent event,
      @Nullable Map<String, @Nullable Object> before) {
    audit.record(context, "commission_event." + verb, event.id(), before, event.auditState());
  }
}
