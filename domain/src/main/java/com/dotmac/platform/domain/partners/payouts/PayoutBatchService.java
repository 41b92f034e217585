package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.PartnerSettingsService;
import com.dotmac.platform.domain.partners.PartnerStatus;
import com.dotmac.platform.domain.partners.commissions.PayableLine;
import com.dotmac.platform.domain.partners.commissions.PayableLines;
import com.dotmac.platform.domain.partners.commissions.PayableSum;
import com.dotmac.platform.domain.partners.commissions.TakenLine;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.NumberSeries;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The door to batches of payouts: from the preview to the moment when they are handed over. What a
 * verb costs in statements does not depend on how many partners and lines there are, save that a
 * provider is asked for each payout by itself.
 */
public final class PayoutBatchService {

  private final PayoutRepository payouts;
  private final PayoutBooks books;
  private final PayoutChoice choice;
  private final PayoutEnds ends;
  private final PartnerSettingsService settings;
  private final PartnerService partners;
  private final PayoutProviders providers;
  private final PayoutDispatch dispatch;
  private final NumberSeries numbers;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param partners the door to partners
   * @param providers who moves money
   * @param dispatch has providers asked
   * @param audit where acts are recorded
   */
  public PayoutBatchService(
      TenantSessions sessions,
      PartnerService partners,
      PayoutProviders providers,
      PayoutDispatch dispatch,
      AuditTrail audit) {
    payouts = new PayoutRepository(sessions);
    books = new PayoutBooks(sessions);
    settings = new PartnerSettingsService(sessions, audit);
    choice = new PayoutChoice(sessions, settings);
    ends = new PayoutEnds(sessions, audit);
    this.partners = partners;
    this.providers = providers;
    this.dispatch = dispatch;
    numbers = new NumberSeries(sessions, "payout_batch", "PB");
    this.audit = audit;
  }

  /**
   * Who would be paid how much, and who would not and why. By partner; who has no lines is missing.
   *
   * @param cutAt only what was approved before this instant
   */
  public List<ProposedPayout> preview(TenantScope scope, Currency currency, Instant cutAt) {
    List<PayableSum> sums = books.lines().preview(scope, currency, cutAt);
    return choice.of(scope, currency, sums, partners.statuses(scope, ids(sums)));
  }

  /**
   * Makes a batch of all that can be paid, to be approved. Whatever is in it is in no other.
   *
   * @throws PayoutBatchException.CutInTheFuture if the cut lies ahead
   * @throws PayoutBatchException.ProviderNotSetUp if nobody of that name moves money here
   * @throws PayoutBatchException.NothingToPay if nobody can be paid anything
   */
  public PayoutBatch create(CallContext context, PayoutBatchDraft draft) {
    TenantScope scope = context.scope();
    Currency currency = draft.currency();
    Instant cutAt =
        draft.cutAt() == null
            ? PayoutBatchDraft.afterAllThatWasApproved(context.at())
            : draft.cutAt().truncatedTo(ChronoUnit.MICROS);
    if (draft.cutAt() != null && cutAt.isAfter(context.at())) {
      throw new PayoutBatchException.CutInTheFuture();
    }
    providers.refuseUnlessKnown(draft.provider());
    PayableLines lines = books.lines();
    // First the partners: of two batches at once, one waits here and then sees what is left.
    Map<UUID, PartnerStatus> statuses =
        partners.holdStatuses(scope, ids(lines.preview(scope, currency, cutAt)));
    List<PayableLine> held = lines.hold(scope, currency, cutAt);
    List<PayoutSum> sums =
        choice.of(scope, currency, PayableSum.of(held), statuses).stream()
            .filter(proposed -> proposed.withheld() == null)
            .map(
                proposed ->
                    new PayoutSum(
                        Identifiers.next(context.at()), proposed.partnerId(), proposed.amount()))
            .toList();
    if (sums.isEmpty()) {
      throw new PayoutBatchException.NothingToPay();
    }
    PayoutBatch batch =
        new PayoutBatch(context, numbers.next(context), currency, cutAt, draft.provider());
    payouts.addBatch(context, batch, sums);
    Map<UUID, UUID> byPartner =
        sums.stream().collect(Collectors.toMap(PayoutSum::partnerId, PayoutSum::id));
    List<TakenLine> taken =
        held.stream()
            .flatMap(
                line ->
                    Optional.ofNullable(byPartner.get(line.partnerId()))
                        .map(line::takenBy)
                        .stream())
            .toList();
    lines.take(scope, taken);
    payouts.addLines(context, currency, taken);
    books.reserved(context, sums);
    Map<String, @Nullable Object> made = new LinkedHashMap<>(batch.auditState());
    made.put("payouts", sums.size());
    audit.record(context, "payout_batch.created", batch.id(), null, made);
    return batch;
  }

  /**
   * The batch with an identifier.
   *
   * @throws PayoutBatchException.NotFound if the tenant has none
   */
  public PayoutBatch get(TenantScope scope, UUID id) {
    return payouts.batch(scope, id);
  }

  /** A page of batches, newest first. */
  public Page<PayoutBatch> list(TenantScope scope, PayoutBatchFilter filter, PageRequest page) {
    return payouts.batches(scope, filter, page);
  }

  /**
   * Lets a batch be handed over.
   *
   * @param expectedVersion version that the caller has read
   * @throws PayoutBatchException.NotFound if the tenant has none
   * @throws PayoutBatchException.StepNotAllowed unless it is a draft
   * @throws PayoutBatchException.OwnBatch if the caller made it and the tenant wants two people
   * @throws VersionConflictException if the batch was changed meanwhile
   */
  public PayoutBatch approve(CallContext context, UUID id, int expectedVersion) {
    PayoutBatch batch = hold(context, id, expectedVersion);
    PayoutStates.check(batch.status(), BatchStatus.APPROVED);
    if (settings.get(context.scope()).makerChecker() && batch.wasMadeBy(context.actor().id())) {
      throw new PayoutBatchException.OwnBatch();
    }
    List<UUID> pending =
        payouts.sums(context.scope(), id, PayoutStatus.PENDING).stream()
            .map(PayoutSum::id)
            .toList();
    move(context, pending, PayoutStatus.PENDING, PayoutStatus.READY);
    return step(context, batch, BatchStatus.APPROVED, "payout_batch.approved");
  }

  /**
   * Hands a batch over to whoever moves the money. Partners who may not be paid any more are left
   * out, and their lines are free again.
   *
   * @param expectedVersion version that the caller has read
   * @throws PayoutBatchException.NotFound if the tenant has none
   * @throws PayoutBatchException.StepNotAllowed unless it is approved
   * @throws PayoutBatchException.ProviderNotSetUp if nobody of its provider's name is here any more
   * @throws VersionConflictException if the batch was changed meanwhile
   */
  public PayoutBatch submit(CallContext context, UUID id, int expectedVersion) {
    PayoutBatch batch = hold(context, id, expectedVersion);
    PayoutStates.check(batch.status(), BatchStatus.SUBMITTED);
    providers.refuseUnlessKnown(batch.provider());
    List<UUID> going = leaveOut(context, payouts.sums(context.scope(), id, PayoutStatus.READY));
    if (providers.isByHand(batch.provider())) {
      move(context, going, PayoutStatus.READY, PayoutStatus.PROCESSING);
    } else {
      going.forEach(payout -> dispatch.ask(context.scope(), payout, context.at()));
    }
    step(context, batch, BatchStatus.SUBMITTED, "payout_batch.submitted");
    if (going.isEmpty()) {
      step(context, batch, BatchStatus.CLOSED, "payout_batch.closed");
    }
    return batch;
  }

  /**
   * The money of all payouts of a batch that are under way reached the partners, people say. Those
   * that failed stay as they are.
   *
   * @param expectedVersion version that the caller has read
   * @param reference what the bank calls the transfers; {@code null}: nothing
   * @param reachedAt when; {@code null}: now
   * @throws PayoutBatchException.NotFound if the tenant has none
   * @throws PayoutBatchException.StepNotAllowed unless it was submitted, and a payout has not ended
   * @throws PayoutException.ToldByProvider if a provider tells
   * @throws PayoutException.ReachedInTheFuture if the instant lies ahead
   * @throws VersionConflictException if the batch was changed meanwhile
   */
  public PayoutBatch complete(
      CallContext context,
      UUID id,
      int expectedVersion,
      @Nullable String reference,
      @Nullable Instant reachedAt) {
    PayoutBatch batch = hold(context, id, expectedVersion);
    if (!providers.isByHand(batch.provider())) {
      throw new PayoutException.ToldByProvider(batch.provider());
    }
    PayoutStates.check(batch.status(), BatchStatus.CLOSED);
    ends.completeAll(context, batch, reference, PayoutEnds.reachedAt(context, reachedAt));
    return batch;
  }

  /**
   * Takes a batch back before it is handed over: all its lines are free, as if it had never been.
   *
   * @param expectedVersion version that the caller has read
   * @throws PayoutBatchException.NotFound if the tenant has none
   * @throws PayoutBatchException.StepNotAllowed if it was handed over, or cancelled
   * @throws VersionConflictException if the batch was changed meanwhile
   */
  public PayoutBatch cancel(CallContext context, UUID id, int expectedVersion) {
    PayoutBatch batch = hold(context, id, expectedVersion);
    PayoutStates.check(batch.status(), BatchStatus.CANCELLED);
    PayoutStatus from =
        batch.status() == BatchStatus.DRAFT ? PayoutStatus.PENDING : PayoutStatus.READY;
    cancel(context, payouts.sums(context.scope(), id, from), from);
    return step(context, batch, BatchStatus.CANCELLED, "payout_batch.cancelled");
  }

  /** Cancels payouts of partners who may not be paid; gives the others. */
  private List<UUID> leaveOut(CallContext context, List<PayoutSum> ready) {
    Map<UUID, PartnerStatus> statuses =
        partners.holdStatuses(context.scope(), ready.stream().map(PayoutSum::partnerId).toList());
    Map<Boolean, List<PayoutSum>> byGoing =
        ready.stream()
            .collect(
                Collectors.partitioningBy(
                    payout -> PayoutChoice.reasonOf(statuses.get(payout.partnerId())).isEmpty()));
    cancel(context, byGoing.getOrDefault(false, List.of()), PayoutStatus.READY);
    return byGoing.getOrDefault(true, List.of()).stream().map(PayoutSum::id).toList();
  }

  private void cancel(CallContext context, List<PayoutSum> sums, PayoutStatus from) {
    move(context, sums.stream().map(PayoutSum::id).toList(), from, PayoutStatus.CANCELLED);
    books.released(context, sums);
  }

  private void move(CallContext context, List<UUID> ids, PayoutStatus from, PayoutStatus to) {
    payouts.moveAll(context.scope(), ids, from, to, context.at());
  }

  private static List<UUID> ids(List<PayableSum> sums) {
    return sums.stream().map(PayableSum::partnerId).toList();
  }

  private PayoutBatch hold(CallContext context, UUID id, int expectedVersion) {
    PayoutBatch batch = payouts.holdBatch(context.scope(), id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, batch.version());
    return batch;
  }

  private PayoutBatch step(
      CallContext context, PayoutBatch batch, BatchStatus next, String action) {
    var before = batch.auditState();
    batch.become(next, context.at());
    payouts.flush(context.scope());
    audit.record(context, action, batch.id(), before, batch.auditState());
    return batch;
  }
}
