package com.dotmac.platform.it.partners.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.domain.billing.payments.Decline;
import com.dotmac.platform.domain.billing.payments.ProviderAnswer;
import com.dotmac.platform.domain.partners.ledger.Balances;
import com.dotmac.platform.domain.partners.payouts.BatchStatus;
import com.dotmac.platform.domain.partners.payouts.Payout;
import com.dotmac.platform.domain.partners.payouts.PayoutBatch;
import com.dotmac.platform.domain.partners.payouts.PayoutBatchException;
import com.dotmac.platform.domain.partners.payouts.PayoutBatchService;
import com.dotmac.platform.domain.partners.payouts.PayoutException;
import com.dotmac.platform.domain.partners.payouts.PayoutQuestion;
import com.dotmac.platform.domain.partners.payouts.PayoutService;
import com.dotmac.platform.domain.partners.payouts.PayoutStatus;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.partners.PartnerDesk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a payout once it is handed over: I33, I34, and the books each time. */
@NeedsDatabase
class PayoutIT {
  private static final Decline CLOSED = new Decline("account_closed", "The account is closed");

  private static final String LINES =
      "SELECT cast(id AS text) FROM partner_commission_events WHERE payout_id = '%s' ORDER BY id";

  private final PayoutDesk desk;

  PayoutIT(TestDatabase database) {
    desk = new PayoutDesk(database);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void a_payout_that_reached_the_partner_pays_its_lines_and_the_last_one_closes_the_batch() {
    UUID one = desk.partnerWith(400, -100);
    UUID other = desk.partnerWith(50);
    PayoutBatch batch = desk.submitted(desk.batch());
    Payout first = complete(desk.payout(batch, one));

    assertThat(first.status()).isEqualTo(PayoutStatus.COMPLETED);
    assertThat(first.providerPayoutId()).isEqualTo("bank-1");
    assertThat(desk.balances(one)).extracting(Balances::paid).isEqualTo(300L);
    assertThat(desk.read(batch).status()).isEqualTo(BatchStatus.SUBMITTED);
    fail(desk.payout(batch, other));
    assertThat(desk.read(batch).status()).isEqualTo(BatchStatus.CLOSED);
    List.of(one, other).forEach(desk::assertTheBooksAgree);
  }

  @Test
  void a_batch_completed_at_once_is_what_its_payouts_completed_one_by_one_would_be() {
    UUID one = desk.partnerWith(400, -100);
    UUID other = desk.partnerWith(50, 20);
    UUID left = desk.partnerWith(7);
    PayoutBatch byHand = desk.submitted(desk.batch());
    fail(desk.payout(byHand, left));
    desk.payouts(byHand).stream()
        .filter(payout -> payout.status() == PayoutStatus.PROCESSING)
        .forEach(this::complete);
    List<UUID> paid = List.of(one, other);
    paid.forEach(this::earnTheSameAgain);
    PayoutBatch atOnce = desk.submitted(desk.batch());
    fail(desk.payout(atOnce, left));

    completeAll(atOnce);

    assertThat(desk.read(atOnce).status()).isEqualTo(BatchStatus.CLOSED);
    for (UUID partner : paid) {
      assertThat(storyOf(atOnce, partner))
          .hasSizeGreaterThan(5)
          .isEqualTo(storyOf(byHand, partner));
    }
    assertThat(desk.payout(atOnce, left).status()).isEqualTo(PayoutStatus.FAILED);
    assertThat(desk.balances(one)).extracting(Balances::paid).isEqualTo(600L);
    List.of(one, other, left).forEach(desk::assertTheBooksAgree);
  }

  @Test
  void a_batch_is_completed_at_once_only_by_who_read_it_while_a_payout_is_under_way() {
    desk.partnerWith(400);
    PayoutBatch draft = desk.batch();
    assertThatThrownBy(() -> completeAll(draft))
        .isInstanceOf(PayoutBatchException.StepNotAllowed.class);
    desk.submitted(draft);
    assertThatThrownBy(() -> completeAll(draft, draft.version()))
        .isInstanceOf(VersionConflictException.class);
    completeAll(draft);
    assertThatThrownBy(() -> completeAll(draft))
        .isInstanceOf(PayoutBatchException.StepNotAllowed.class);

    desk.partnerCalled("lost", 300);
    PayoutBatch told = desk.submitted(desk.batch(desk.provider().code()));
    assertThatThrownBy(() -> completeAll(told)).isInstanceOf(PayoutException.ToldByProvider.class);
  }

  @Test
  void a_payout_that_failed_frees_its_lines_and_is_tried_again_with_the_same_by_another_key() {
    UUID partner = desk.partnerWith(400, -100);
    PayoutBatch batch = desk.submitted(desk.batch());
    Payout payout = desk.payout(batch, partner);
    List<String> lines = desk.column(LINES.formatted(payout.id()));
    String key = payout.attemptKey();
    Payout failed = fail(payout);

    assertThat(failed.failureCode()).isEqualTo("account_closed");
    assertThat(desk.column(LINES.formatted(payout.id()))).isEmpty();
    assertThat(desk.balances(partner)).extracting(Balances::payable).isEqualTo(300L);
    desk.assertTheBooksAgree(partner);
    Payout again = retry(failed);
    assertThat(again.status()).isEqualTo(PayoutStatus.PROCESSING);
    assertThat(again.attemptKey()).isNotEqualTo(key).hasSizeLessThanOrEqualTo(35);
    assertThat(desk.column(LINES.formatted(payout.id()))).isEqualTo(lines);
    assertThat(desk.read(batch).status()).isEqualTo(BatchStatus.SUBMITTED);
    desk.assertTheBooksAgree(partner);
  }

  @Test
  void money_that_comes_back_opens_exactly_the_same_lines_again() {
    UUID partner = desk.partnerWith(400, -100);
    PayoutBatch batch = desk.submitted(desk.batch());
    Payout payout = desk.payout(batch, partner);
    List<String> lines = desk.column(LINES.formatted(payout.id()));
    Payout completed = complete(payout);
    // Earned meanwhile: none of the payout's business.
    desk.desk().line(partner, "EUR", 7);
    Payout returned = fail(completed);

    assertThat(returned.status()).isEqualTo(PayoutStatus.FAILED);
    assertThat(returned.completedAt()).isNull();
    assertThat(
            desk.column(
                "SELECT cast(id AS text) FROM partner_commission_events WHERE status = 'approved'"
                    + " AND payout_id IS NULL AND paid_at IS NULL AND amount <> 7 ORDER BY id"))
        .isEqualTo(lines);
    assertThat(desk.balances(partner))
        .extracting(Balances::payable, Balances::paid)
        .containsExactly(307L, 0L);
    desk.assertTheBooksAgree(partner);
  }

  @Test
  void a_payout_whose_lines_are_in_another_one_by_now_is_not_tried_again() {
    UUID partner = desk.partnerWith(400, -100);
    PayoutBatch batch = desk.submitted(desk.batch());
    Payout failed = fail(desk.payout(batch, partner));
    PayoutBatch next = desk.batch();

    assertThatThrownBy(() -> retry(failed)).isInstanceOf(PayoutException.LinesGone.class);
    assertThat(desk.payout(next, partner).amount().minor()).isEqualTo(300);
    desk.assertTheBooksAgree(partner);
  }

  @Test
  void a_payout_of_which_a_line_was_blocked_meanwhile_is_not_tried_again() {
    UUID partner = desk.partnerWith(400, 100);
    PayoutBatch batch = desk.submitted(desk.batch());
    Payout failed = fail(desk.payout(batch, partner));
    desk.change(
        "UPDATE partner_commission_events SET blocked_at = now(), blocked_reason = 'x'"
            + " WHERE amount = 100");

    assertThatThrownBy(() -> retry(failed)).isInstanceOf(PayoutException.LinesGone.class);
    assertThat(desk.column(LINES.formatted(failed.id()))).isEmpty();
    desk.assertTheBooksAgree(partner);
  }

  @Test
  void money_reaches_nobody_in_the_future() {
    UUID partner = desk.partnerWith(400);
    PayoutBatch batch = desk.submitted(desk.batch());
    Payout payout = desk.payout(batch, partner);
    int version = desk.read(batch).version();
    PartnerDesk at = desk.desk();
    Instant ahead = at.context().at().plusSeconds(60);
    PayoutService payouts = desk.doors().payouts();
    PayoutBatchService batches = desk.doors().batches();

    assertThatThrownBy(
            () ->
                at.in(
                    () ->
                        payouts.complete(at.context(), payout.id(), payout.version(), null, ahead)))
        .isInstanceOf(PayoutException.ReachedInTheFuture.class);
    assertThatThrownBy(
            () -> at.in(() -> batches.complete(at.context(), batch.id(), version, null, ahead)))
        .isInstanceOf(PayoutException.ReachedInTheFuture.class);
    assertThat(desk.read(payout.id()).status()).isEqualTo(PayoutStatus.PROCESSING);
  }

  @Test
  void who_is_suspended_is_not_tried_again() {
    UUID partner = desk.partnerWith(400);
    Payout failed = fail(desk.payout(desk.submitted(desk.batch()), partner));
    desk.desk()
        .in(
            () ->
                desk.desk()
                    .partners()
                    .suspend(
                        desk.desk().context(),
                        partner,
                        desk.desk().partners().get(desk.desk().scope(), partner).version()));
    assertThatThrownBy(() -> retry(failed)).isInstanceOf(PayoutException.PartnerNotPayable.class);
  }

  @Test
  void what_was_read_before_a_change_changes_nothing() {
    UUID partner = desk.partnerWith(400);
    Payout payout = desk.payout(desk.submitted(desk.batch()), partner);
    complete(payout);
    assertThatThrownBy(() -> fail(payout)).isInstanceOf(VersionConflictException.class);
  }

  @Test
  void people_do_not_say_what_a_provider_tells_and_no_provider_is_asked_about_what_people_pay() {
    UUID partner = desk.partnerWith(400);
    Payout byHand = desk.payout(desk.submitted(desk.batch()), partner);
    reconcile(byHand);
    assertThat(desk.toBeAsked()).isEmpty();
    UUID other = desk.partnerWith(400);
    Payout provided = handOver(desk.payout(desk.submitted(desk.batch("scripted")), other));
    assertThatThrownBy(() -> complete(provided)).isInstanceOf(PayoutException.ToldByProvider.class);
    assertThatThrownBy(() -> fail(provided)).isInstanceOf(PayoutException.ToldByProvider.class);
  }

  @Test
  void a_process_that_dies_after_the_provider_paid_is_followed_by_one_that_asks_what_became_of_it()
      throws Exception {
    UUID partner = desk.partnerWith(400);
    Payout payout = desk.payout(desk.submitted(desk.batch("scripted")), partner);
    assertThat(desk.toBeAsked()).contains(payout.id());
    PayoutQuestion first = takeOut(payout).orElseThrow();
    assertThat(first.askedBefore()).isFalse();
    first.provider().pay(first.order());
    // Here the first one dies, and says nothing.
    PayoutQuestion second = takeOut(payout).orElseThrow();
    assertThat(second.askedBefore()).isTrue();
    assertThat(second.order().key()).isEqualTo(first.order().key());
    ProviderAnswer known = second.provider().look(second.order().key()).orElseThrow();
    note(payout, second.order().key(), known);
    note(payout, second.order().key(), known);

    assertThat(desk.read(payout.id()).status()).isEqualTo(PayoutStatus.COMPLETED);
    assertThat(desk.provider().sent()).containsExactly(first.order().key());
    desk.assertTheBooksAgree(partner);
  }

  @Test
  void what_a_provider_says_of_an_attempt_that_is_over_is_not_noted() {
    UUID partner = desk.partnerWith(400);
    Payout payout = desk.payout(desk.submitted(desk.batch("scripted")), partner);
    String key = takeOut(payout).orElseThrow().order().key();
    note(payout, key, new ProviderAnswer.Refused(CLOSED));
    retry(desk.read(payout.id()));
    String next = takeOut(payout).orElseThrow().order().key();
    assertThat(next).isNotEqualTo(key);
    note(payout, key, new ProviderAnswer.Refused(CLOSED));
    assertThat(desk.read(payout.id()).status()).isEqualTo(PayoutStatus.PROCESSING);
    desk.assertTheBooksAgree(partner);
  }

  private Payout complete(Payout payout) {
    return desk.desk()
        .in(
            () ->
                desk.doors()
                    .payouts()
                    .complete(
                        desk.desk().context(), payout.id(), payout.version(), "bank-1", null));
  }

  private Payout fail(Payout payout) {
    return desk.desk()
        .in(
            () ->
                desk.doors()
                    .payouts()
                    .fail(desk.desk().context(), payout.id(), payout.version(), CLOSED));
  }

  private Payout retry(Payout payout) {
    desk.desk()
        .in(
            () ->
                desk.doors().payouts().retry(desk.desk().context(), payout.id(), payout.version()));
    return desk.read(payout.id());
  }

  private void reconcile(Payout payout) {
    desk.desk()
        .in(
            () ->
                desk.doors()
                    .payouts()
                    .reconcile(desk.desk().context(), payout.id(), payout.version()));
  }

  private Payout handOver(Payout payout) {
    takeOut(payout);
    return desk.read(payout.id());
  }

  private Optional<PayoutQuestion> takeOut(Payout payout) {
    return desk.desk()
        .in(
            () ->
                desk.doors()
                    .settlements()
                    .takeOut(desk.desk().scope(), payout.id(), desk.desk().context().at()));
  }

  private void note(Payout payout, String key, ProviderAnswer answer) {
    desk.desk()
        .in(() -> desk.doors().settlements().note(desk.desk().context(), payout.id(), key, answer));
  }

  private void completeAll(PayoutBatch batch) {
    completeAll(batch, desk.read(batch).version());
  }

  private void completeAll(PayoutBatch batch, int version) {
    desk.desk()
        .in(
            () ->
                desk.doors()
                    .batches()
                    .complete(desk.desk().context(), batch.id(), version, "bank-1", null));
  }

  private void earnTheSameAgain(UUID partner) {
    desk.column(
            "SELECT cast(amount AS text) FROM partner_commission_events WHERE partner_id = '%s' ORDER BY id"
                .formatted(partner))
        .forEach(amount -> desk.desk().line(partner, "EUR", Long.parseLong(amount)));
  }

  /** A payout with its lines, entries and acts, without what tells it from others. */
  private List<String> storyOf(PayoutBatch batch, UUID partner) {
    return desk.column(
        """
        WITH it AS (SELECT * FROM partner_payouts WHERE batch_id = '%s' AND partner_id = '%s'), story AS (
          SELECT concat_ws(' ', 'payout', status, amount, attempts, version, provider_payout_id, completed_at IS NULL) AS said FROM it
          UNION ALL SELECT concat_ws(' ', 'line', l.status, l.amount, l.version, l.paid_at IS NULL) FROM it
            JOIN partner_payout_lines p ON p.payout_id = it.id JOIN partner_commission_events l ON l.id = p.commission_event_id
          UNION ALL SELECT concat_ws(' ', 'entry', e.account, e.amount) FROM it JOIN partner_ledger_entries e ON e.payout_id = it.id
          UNION ALL SELECT concat_ws(' ', 'act', a.action, a.actor_name, a.before_state, a.after_state) FROM it
            JOIN audit_activities a ON a.resource_id = it.id)
        SELECT said FROM story ORDER BY said\
        """
            .formatted(batch.id(), partner));
  }
}
