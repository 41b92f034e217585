package com.dotmac.platform.it.demo.data;

import com.dotmac.platform.domain.billing.events.BillingEvent;
import com.dotmac.platform.domain.billing.payments.Decline;
import com.dotmac.platform.domain.partners.PartnerPolicy;
import com.dotmac.platform.domain.partners.commissions.CommissionFollower;
import com.dotmac.platform.domain.partners.payouts.BankAccount;
import com.dotmac.platform.domain.partners.payouts.Payout;
import com.dotmac.platform.domain.partners.payouts.PayoutBatch;
import com.dotmac.platform.domain.partners.payouts.PayoutBatchDraft;
import com.dotmac.platform.domain.partners.payouts.PayoutFilter;
import com.dotmac.platform.domain.partners.payouts.PayoutProviders;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.PageRequest;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What partners earn is reckoned every few days, and paid out every thirty: by a batch that one of
 * the staff makes, another approves, and people pay. What of it does not go as planned is said by
 * whoever asks for it.
 */
final class Paying {
  /** The day of the first batch, counted back from today. */
  static final int FIRST_BATCH = 340;

  /** Days from one batch to the next. */
  static final int BETWEEN_BATCHES = 30;

  private static final int LAST_BATCH = 11;
  private static final int SETTLED = 418;
  private static final int FIRST_RECKONED = 403;
  private static final int BETWEEN_RECKONINGS = 10;
  private static final int REACHED_AFTER = 3;
  private static final int LEAST = 25;
  private static final int MOST_AT_ONCE = 100;

  private final Story story;
  private final Office office;
  private final Calendar calendar;
  private final Timeline timeline;
  private final Banks banks;
  private final Map<Integer, UUID> failing = new HashMap<>();
  private Instant reckoned = Instant.EPOCH;
  private int payouts;

  Paying(Story story, Office office, Calendar calendar, Timeline timeline, Banks banks) {
    this.story = story;
    this.office = office;
    this.calendar = calendar;
    this.timeline = timeline;
    this.banks = banks;
  }

  /** Plans all of it. */
  void plan() {
    timeline.at(calendar.daysAgo(SETTLED), this::settle);
    for (int day = FIRST_RECKONED; day > 0; day -= BETWEEN_RECKONINGS) {
      timeline.at(calendar.daysAgo(day), this::reckon);
    }
    for (int number = 0; number <= LAST_BATCH; number++) {
      int order = number;
      timeline.at(
          calendar.daysAgo(FIRST_BATCH - BETWEEN_BATCHES * order), at -> makeBatch(order, at));
    }
  }

  /** How many payouts there were. */
  int payouts() {
    return payouts;
  }

  /** The payout of a partner in a batch fails first. */
  void failOnce(int batch, UUID partner) {
    failing.put(batch, partner);
  }

  /** A partner says where he is paid from now on. */
  BankAccount accountOf(String holder, int order) {
    return banks.accountOf(holder, order);
  }

  private void settle(Instant at) {
    Money least = story.price(LEAST);
    office.settings.change(
        office.act(at),
        0,
        now ->
            new PartnerPolicy(
                now.holdDays(),
                now.automaticApproval(),
                true,
                now.applicationsOpen(),
                now.protectionDays(),
                List.of(least)));
    office
        .payouts
        .accounts()
        .addPayer(office.act(at), currency(), banks.accountOf(story.tenant().name(), 0));
  }

  /**
   * The facts have no place before the commit, by which the platform would be told them; what it is
   * told again then changes nothing.
   */
  private void reckon(Instant at) {
    List<BillingEvent> facts =
        office
            .sessions
            .of(office.scope())
            .createSelectionQuery(
                "from BillingEvent where occurredAt >= :since order by id", BillingEvent.class)
            .setParameter("since", reckoned)
            .getResultList();
    reckoned = at;
    office.earnings.accrual().take(office.byItself(CommissionFollower.NAME, at), facts);
    while (office.earnings.release().release(office.byItself("commissions", at), MOST_AT_ONCE)
        == MOST_AT_ONCE) {
      office.forget();
    }
  }

  private void makeBatch(int order, Instant at) {
    boolean nobody =
        office.payouts.batches().preview(office.scope(), currency(), at).stream()
            .allMatch(proposed -> proposed.withheld() != null);
    if (nobody) {
      return;
    }
    PayoutBatch batch =
        office
            .payouts
            .batches()
            .create(
                office.act(at, 0), new PayoutBatchDraft(currency(), null, PayoutProviders.MANUAL));
    timeline.at(calendar.daysAfter(at, 1), then -> handOver(order, batch.id(), then));
  }

  private void handOver(int order, UUID id, Instant at) {
    PayoutBatch batch = office.payouts.batches().get(office.scope(), id);
    batch = office.payouts.batches().approve(office.act(at, 1), id, batch.version());
    office.payouts.batches().submit(office.act(at, 1), id, batch.version());
    List<Payout> made = list(id);
    payouts += made.size();
    if (order == LAST_BATCH) {
      // On its way still.
      return;
    }
    for (Payout payout : made) {
      boolean fails = payout.partnerId().equals(failing.get(order));
      timeline.at(
          calendar.daysAfter(at, REACHED_AFTER),
          then -> {
            if (fails) {
              failAndTryAgain(payout.id(), then);
            } else {
              complete(payout.id(), then);
            }
          });
    }
  }

  private void complete(UUID id, Instant at) {
    office
        .payouts
        .payouts()
        .complete(office.act(at, 2), id, version(id), "TRF-" + id.toString().substring(24), null);
  }

  private void failAndTryAgain(UUID id, Instant at) {
    office
        .payouts
        .payouts()
        .fail(
            office.act(at, 2),
            id,
            version(id),
            new Decline("AC04", "The account of the partner was closed"));
    timeline.at(
        calendar.daysAfter(at, 3),
        then -> office.payouts.payouts().retry(office.act(then, 1), id, version(id)));
    timeline.at(calendar.daysAfter(at, 5), then -> complete(id, then));
  }

  /** The money of a completed payout of a partner comes back. */
  void bringBack(UUID partner, Instant at) {
    Payout last =
        office
            .payouts
            .payouts()
            .list(office.scope(), new PayoutFilter(null, partner, null), new PageRequest(1, null))
            .items()
            .get(0);
    office
        .payouts
        .payouts()
        .fail(
            office.act(at, 2),
            last.id(),
            last.version(),
            new Decline("BE04", "The bank of the partner sent the money back"));
  }

  private int version(UUID payout) {
    return office.payouts.payouts().get(office.scope(), payout).version();
  }

  private List<Payout> list(UUID batch) {
    return office
        .payouts
        .payouts()
        .list(
            office.scope(),
            new PayoutFilter(batch, null, null),
            new PageRequest(MOST_AT_ONCE, null))
        .items();
  }

  private Currency currency() {
    return story.tenant().defaultCurrency();
  }
}
