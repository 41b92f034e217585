package com.dotmac.platform.it.partners.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.dotmac.platform.domain.partners.ledger.Balances;
import com.dotmac.platform.domain.partners.payouts.BatchStatus;
import com.dotmac.platform.domain.partners.payouts.Payout;
import com.dotmac.platform.domain.partners.payouts.PayoutBatch;
import com.dotmac.platform.domain.partners.payouts.PayoutBatchDraft;
import com.dotmac.platform.domain.partners.payouts.PayoutBatchException;
import com.dotmac.platform.domain.partners.payouts.PayoutLine;
import com.dotmac.platform.domain.partners.payouts.PayoutStatus;
import com.dotmac.platform.domain.partners.payouts.ProposedPayout;
import com.dotmac.platform.domain.partners.payouts.WithheldReason;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the preview of a batch to the moment when it is handed over. */
@NeedsDatabase
class PayoutBatchIT {
  private static final String POOL =
      "SELECT cast(to_jsonb(line) - 'version' AS text) FROM partner_commission_events line ORDER BY id";

  private final PayoutDesk desk;

  PayoutBatchIT(TestDatabase database) {
    desk = new PayoutDesk(database);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void the_preview_says_who_is_paid_and_who_is_not_and_why() {
    desk.change(
        """
        INSERT INTO partner_settings (tenant_id, hold_days, automatic_approval, maker_checker, applications_open,
          protection_days, updated_at, version) VALUES ('%s', 0, true, false, false, 0, now(), 0)\
        """
            .formatted(desk.desk().tenantId()));
    desk.change(
        "INSERT INTO partner_payout_minimums (tenant_id, currency, amount) VALUES ('%s', 'EUR', 100)"
            .formatted(desk.desk().tenantId()));
    UUID paid = desk.partnerWith(500, -200);
    UUID poor = desk.partnerWith(99);
    UUID owing = desk.partnerWith(30, -80);
    UUID suspended = desk.partnerWith(700);
    suspend(suspended);
    UUID nowhere = desk.desk().partner();
    desk.desk().line(nowhere, "EUR", 900);

    assertThat(preview())
        .extracting(
            ProposedPayout::partnerId,
            ProposedPayout::lines,
            proposed -> proposed.amount().minor(),
            ProposedPayout::withheld)
        .containsExactlyInAnyOrder(
            tuple(paid, 2L, 300L, null),
            tuple(poor, 1L, 99L, WithheldReason.BELOW_MINIMUM),
            tuple(owing, 2L, -50L, WithheldReason.NOT_POSITIVE),
            tuple(suspended, 1L, 700L, WithheldReason.SUSPENDED),
            tuple(nowhere, 1L, 900L, WithheldReason.NO_ACCOUNT));
  }

  @Test
  void a_batch_pays_each_partner_the_sum_of_his_lines() {
    UUID one = desk.partnerWith(1_000, -300, 7);
    UUID other = desk.partnerWith(50);
    UUID owing = desk.partnerWith(-40);
    PayoutBatch batch = desk.batch();

    assertThat(batch.number()).matches("PB-\\d{6}");
    assertThat(desk.payouts(batch))
        .extracting(Payout::partnerId, Payout::amount, Payout::status)
        .containsExactlyInAnyOrder(
            tuple(one, eur(707), PayoutStatus.PENDING),
            tuple(other, eur(50), PayoutStatus.PENDING));
    assertThat(lines(desk.payout(batch, one)))
        .extracting(line -> line.amount().minor())
        .containsExactlyInAnyOrder(1_000L, -300L, 7L);
    assertThat(desk.balances(one)).extracting(Balances::inFlight).isEqualTo(707L);
    assertThat(desk.balances(owing)).extracting(Balances::carried).isEqualTo(40L);
    assertThat(preview()).extracting(ProposedPayout::partnerId).containsExactly(owing);
    List.of(one, other, owing).forEach(desk::assertTheBooksAgree);
  }

  @Test
  void what_a_partner_owes_is_taken_off_his_next_payout_to_the_unit() {
    UUID partner = desk.partnerWith(-30);
    assertThatThrownBy(desk::batch).isInstanceOf(PayoutBatchException.NothingToPay.class);
    desk.desk().line(partner, "EUR", 100);
    assertThat(desk.payout(desk.batch(), partner).amount()).isEqualTo(eur(70));
    desk.assertTheBooksAgree(partner);
  }

  @Test
  void blocked_held_and_late_lines_and_other_currencies_are_in_no_batch() {
    UUID partner = desk.partnerWith(1);
    UUID blocked = desk.desk().line(partner, "EUR", 20);
    UUID held = desk.desk().line(partner, "EUR", 300);
    desk.desk().line(partner, "USD", 4_000);
    desk.change(
        "UPDATE partner_commission_events SET blocked_at = now(), blocked_reason = 'x' WHERE id = '%s'"
            .formatted(blocked));
    desk.change(
        "UPDATE partner_commission_events SET status = 'pending', approved_at = NULL WHERE id = '%s'"
            .formatted(held));
    Instant cut = desk.desk().context().at();
    desk.desk().line(partner, "EUR", 50_000);

    PayoutBatch batch =
        desk.desk()
            .in(
                () ->
                    desk.doors()
                        .batches()
                        .create(
                            desk.desk().context(),
                            new PayoutBatchDraft(PayoutDesk.EUR, cut, "manual")));
    assertThat(desk.payout(batch, partner).amount()).isEqualTo(eur(1));
  }

  @Test
  void a_cut_in_the_future_and_an_unknown_provider_are_refused() {
    desk.partnerWith(10);
    CallContext context = desk.desk().context();
    assertThatThrownBy(
            () ->
                create(
                    context,
                    new PayoutBatchDraft(PayoutDesk.EUR, context.at().plusMillis(1), "manual")))
        .isInstanceOf(PayoutBatchException.CutInTheFuture.class);
    assertThatThrownBy(() -> create(context, new PayoutBatchDraft(PayoutDesk.EUR, null, "nobody")))
        .isInstanceOf(PayoutBatchException.ProviderNotSetUp.class);
  }

  @Test
  void a_batch_that_is_cancelled_before_it_is_handed_over_leaves_the_pool_as_it_was() {
    UUID partner = desk.partnerWith(400, -150, 3);
    desk.partnerWith(80);
    List<String> before = desk.column(POOL);
    Balances balances = desk.balances(partner);

    PayoutBatch draft = desk.cancelled(desk.batch());
    assertThat(draft.status()).isEqualTo(BatchStatus.CANCELLED);
    assertThat(desk.column(POOL)).isEqualTo(before);
    PayoutBatch approved = desk.cancelled(desk.approved(desk.batch()));
    assertThat(approved.status()).isEqualTo(BatchStatus.CANCELLED);
    assertThat(desk.column(POOL)).isEqualTo(before);
    assertThat(desk.balances(partner)).isEqualTo(balances);
    assertThat(desk.payouts(approved))
        .extracting(Payout::status)
        .containsOnly(PayoutStatus.CANCELLED);
    desk.assertTheBooksAgree(partner);
    assertThat(desk.payout(desk.batch(), partner).amount()).isEqualTo(eur(253));
  }

  @Test
  void what_was_handed_over_is_not_cancelled() {
    desk.partnerWith(400);
    PayoutBatch batch = desk.submitted(desk.batch());
    assertThatThrownBy(() -> desk.cancelled(batch))
        .isInstanceOf(PayoutBatchException.StepNotAllowed.class);
  }

  @Test
  void where_two_are_wanted_who_made_a_batch_does_not_approve_it() {
    desk.change(
        """
        INSERT INTO partner_settings (tenant_id, hold_days, automatic_approval, maker_checker, applications_open,
          protection_days, updated_at, version) VALUES ('%s', 0, true, true, false, 0, now(), 0)\
        """
            .formatted(desk.desk().tenantId()));
    desk.partnerWith(400);
    UUID maker = UUID.randomUUID();
    PayoutBatch batch = create(as(maker), new PayoutBatchDraft(PayoutDesk.EUR, null, "manual"));
    assertThatThrownBy(() -> approve(as(maker), batch))
        .isInstanceOf(PayoutBatchException.OwnBatch.class);
    assertThat(approve(as(UUID.randomUUID()), batch).status()).isEqualTo(BatchStatus.APPROVED);
  }

  @Test
  void of_two_operators_nobody_can_tell_so_neither_approves_a_batch_of_an_operator() {
    desk.change(
        """
        INSERT INTO partner_settings (tenant_id, hold_days, automatic_approval, maker_checker, applications_open,
          protection_days, updated_at, version) VALUES ('%s', 0, true, true, false, 0, now(), 0)\
        """
            .formatted(desk.desk().tenantId()));
    desk.partnerWith(400);
    PayoutBatch batch = desk.batch();
    assertThatThrownBy(() -> desk.approved(batch))
        .isInstanceOf(PayoutBatchException.OwnBatch.class);
  }

  @Test
  void who_is_suspended_before_a_batch_is_handed_over_is_left_out_and_keeps_his_lines() {
    UUID paid = desk.partnerWith(400);
    UUID suspended = desk.partnerWith(300, 5);
    PayoutBatch batch = desk.batch();
    suspend(suspended);
    PayoutBatch submitted = desk.submitted(batch);

    assertThat(submitted.status()).isEqualTo(BatchStatus.SUBMITTED);
    assertThat(desk.payout(batch, paid).status()).isEqualTo(PayoutStatus.PROCESSING);
    assertThat(desk.payout(batch, suspended).status()).isEqualTo(PayoutStatus.CANCELLED);
    assertThat(desk.balances(suspended)).extracting(Balances::payable).isEqualTo(305L);
    desk.assertTheBooksAgree(suspended);
  }

  @Test
  void a_batch_of_which_nobody_is_left_is_closed_at_once() {
    UUID suspended = desk.partnerWith(300);
    PayoutBatch batch = desk.batch();
    suspend(suspended);
    assertThat(desk.submitted(batch).status()).isEqualTo(BatchStatus.CLOSED);
  }

  private void suspend(UUID partner) {
    desk.desk()
        .in(
            () ->
                desk.desk()
                    .partners()
                    .suspend(
                        desk.desk().context(),
                        partner,
                        desk.desk().partners().get(desk.desk().scope(), partner).version()));
  }

  private List<ProposedPayout> preview() {
    Instant now = desk.desk().context().at();
    return desk.desk()
        .in(() -> desk.doors().batches().preview(desk.desk().scope(), PayoutDesk.EUR, now));
  }

  private List<PayoutLine> lines(Payout payout) {
    return desk.desk()
        .in(
            () ->
                desk.doors()
                    .payouts()
                    .lines(desk.desk().scope(), payout.id(), new PageRequest(100, null)))
        .items();
  }

  private PayoutBatch create(CallContext context, PayoutBatchDraft draft) {
    return desk.desk().in(() -> desk.doors().batches().create(context, draft));
  }

  private PayoutBatch approve(CallContext context, PayoutBatch batch) {
    return desk.desk()
        .in(() -> desk.doors().batches().approve(context, batch.id(), batch.version()));
  }

  private CallContext as(UUID user) {
    return new CallContext(
        desk.desk().scope(),
        new Actor(Actor.Kind.USER, user, "somebody"),
        desk.desk().context().at(),
        null,
        null);
  }

  private static Money eur(long minor) {
    return new Money(minor, PayoutDesk.EUR);
  }
}
