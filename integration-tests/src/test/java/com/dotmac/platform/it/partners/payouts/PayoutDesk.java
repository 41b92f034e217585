package com.dotmac.platform.it.partners.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.app.partners.payouts.PayoutDoors;
import com.dotmac.platform.app.partners.payouts.ScriptedPayouts;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.partners.ledger.Balances;
import com.dotmac.platform.domain.partners.ledger.LedgerBalances;
import com.dotmac.platform.domain.partners.payouts.BankAccount;
import com.dotmac.platform.domain.partners.payouts.Payout;
import com.dotmac.platform.domain.partners.payouts.PayoutBatch;
import com.dotmac.platform.domain.partners.payouts.PayoutBatchDraft;
import com.dotmac.platform.domain.partners.payouts.PayoutFilter;
import com.dotmac.platform.domain.partners.payouts.PayoutProviders;
import com.dotmac.platform.domain.sealing.SealingKey;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.partners.PartnerDesk;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant whose payouts are handled at the doors; who is to be asked is only noted. */
final class PayoutDesk implements AutoCloseable {
  static final Currency EUR = Currency.getInstance("EUR");

  private static final String BOOKS =
      """
      SELECT cast(coalesce(sum(amount) FILTER (WHERE status = 'approved' AND payout_id IS NULL), 0) AS bigint),
        cast(coalesce(sum(amount) FILTER (WHERE status = 'approved' AND payout_id IS NOT NULL), 0) AS bigint),
        cast(coalesce(sum(amount) FILTER (WHERE status = 'paid'), 0) AS bigint)
      FROM partner_commission_events WHERE partner_id = '%s' AND currency = 'EUR'\
      """;

  private final PartnerDesk desk;
  private final PayoutDoors doors;
  private final LedgerBalances balances;
  private final ScriptedPayouts provider = new ScriptedPayouts();
  private final Set<UUID> toBeAsked = new LinkedHashSet<>();

  PayoutDesk(TestDatabase database) {
    desk = new PartnerDesk(database);
    doors =
        PayoutDoors.of(
            desk.sessions(),
            new Seals(List.of(SealingKey.parse(RunningPlatform.SEALING_KEY))),
            new PayoutProviders(List.of(provider)),
            (scope, payoutId, at) -> toBeAsked.add(payoutId),
            new AuditLog(desk.sessions()));
    balances = new LedgerBalances(desk.sessions());
  }

  PartnerDesk desk() {
    return desk;
  }

  PayoutDoors doors() {
    return doors;
  }

  ScriptedPayouts provider() {
    return provider;
  }

  Set<UUID> toBeAsked() {
    return toBeAsked;
  }

  /** A partner at work who can be paid, with lines of these amounts. */
  UUID partnerWith(long... amounts) {
    return partnerCalled("Ada", amounts);
  }

  /** The same, whose account is held by somebody of this name. */
  UUID partnerCalled(String holder, long... amounts) {
    UUID partner = desk.partner();
    desk.in(
        () ->
            doors
                .accounts()
                .addPayee(
                    desk.context(),
                    partner,
                    new BankAccount(holder, "DE89370400440532013000", null, null)));
    for (long amount : amounts) {
      desk.line(partner, "EUR", amount);
    }
    return partner;
  }

  /** A batch of all that can be paid, as a draft. */
  PayoutBatch batch() {
    return batch(PayoutProviders.MANUAL);
  }

  PayoutBatch batch(String providerCode) {
    return desk.in(
        () ->
            doors.batches().create(desk.context(), new PayoutBatchDraft(EUR, null, providerCode)));
  }

  PayoutBatch approved(PayoutBatch batch) {
    int version = read(batch).version();
    return desk.in(() -> doors.batches().approve(desk.context(), batch.id(), version));
  }

  PayoutBatch submitted(PayoutBatch batch) {
    PayoutBatch approved = approved(batch);
    return desk.in(() -> doors.batches().submit(desk.context(), batch.id(), approved.version()));
  }

  PayoutBatch cancelled(PayoutBatch batch) {
    int version = read(batch).version();
    return desk.in(() -> doors.batches().cancel(desk.context(), batch.id(), version));
  }

  PayoutBatch read(PayoutBatch batch) {
    return desk.in(() -> doors.batches().get(desk.scope(), batch.id()));
  }

  Payout read(UUID payoutId) {
    return desk.in(() -> doors.payouts().get(desk.scope(), payoutId));
  }

  List<Payout> payouts(PayoutBatch batch) {
    return desk.in(
            () ->
                doors
                    .payouts()
                    .list(
                        desk.scope(),
                        new PayoutFilter(batch.id(), null, null),
                        new PageRequest(100, null)))
        .items();
  }

  /** The payout of a partner in a batch. */
  Payout payout(PayoutBatch batch, UUID partner) {
    return payouts(batch).stream()
        .filter(payout -> payout.partnerId().equals(partner))
        .findFirst()
        .orElseThrow();
  }

  /** How a partner stands in euros; {@code null}: nothing was ever entered. */
  @Nullable Balances balances(UUID partner) {
    return desk.in(() -> balances.of(desk.scope(), partner, null)).stream()
        .filter(one -> one.currency().equals(EUR))
        .findFirst()
        .orElse(null);
  }

  /** I2: what the books say of a partner is what his lines come to, added up by themselves. */
  void assertTheBooksAgree(UUID partner) {
    Balances books = Objects.requireNonNull(balances(partner), "something was entered");
    Object[] lines = row(BOOKS.formatted(partner));
    assertThat(books.payable() - books.carried()).as("payable").isEqualTo(lines[0]);
    assertThat(books.inFlight()).as("in flight").isEqualTo(lines[1]);
    assertThat(books.paid()).as("paid").isEqualTo(lines[2]);
    assertThat(books.earned() - books.reversed() + books.adjusted() + books.writtenOff())
        .as("sum")
        .isEqualTo(
            books.held() + books.payable() - books.carried() + books.inFlight() + books.paid());
  }

  Object[] row(String sql) {
    return desk.in(
        () ->
            desk.sessions()
                .of(desk.scope())
                .createNativeQuery(sql, Object[].class)
                .getSingleResult());
  }

  /** One column of many rows, as text. */
  List<String> column(String sql) {
    return desk.in(
        () ->
            desk.sessions().of(desk.scope()).createNativeQuery(sql, String.class).getResultList());
  }

  void change(String sql) {
    desk.in(() -> desk.sessions().of(desk.scope()).createNativeMutationQuery(sql).executeUpdate());
  }

  @Override
  public void close() {
    desk.close();
  }
}
