package com.dotmac.platform.it.partners.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.dotmac.platform.domain.partners.ledger.Balances;
import com.dotmac.platform.domain.partners.ledger.EntryFilter;
import com.dotmac.platform.domain.partners.ledger.LedgerAccount;
import com.dotmac.platform.domain.partners.ledger.LedgerBalances;
import com.dotmac.platform.domain.partners.ledger.LedgerDraft;
import com.dotmac.platform.domain.partners.ledger.LedgerEntry;
import com.dotmac.platform.domain.partners.ledger.LedgerKind;
import com.dotmac.platform.domain.partners.ledger.LedgerTransaction;
import com.dotmac.platform.domain.partners.ledger.PartnerBalances;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.partners.PartnerDesk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is entered into the books, and what they say. */
@NeedsDatabase
class LedgerIT {
  private static final Currency EUR = Currency.getInstance("EUR");

  private final PartnerDesk desk;
  private final LedgerBalances balances;

  LedgerIT(TestDatabase database) {
    desk = new PartnerDesk(database);
    balances = new LedgerBalances(desk.sessions());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void each_kind_counts_where_it_belongs_and_the_sums_agree() {
    UUID partner = desk.partner();
    UUID line = desk.line(partner, "EUR", 40);
    post(partner, line, LedgerKind.ACCRUAL, LedgerAccount.EXPENSE, LedgerAccount.HELD, 1_000);
    post(partner, line, LedgerKind.REVERSAL, LedgerAccount.HELD, LedgerAccount.EXPENSE, 100);
    post(partner, line, LedgerKind.CANCELLATION, LedgerAccount.HELD, LedgerAccount.EXPENSE, 10);
    post(partner, line, LedgerKind.RELEASE, LedgerAccount.HELD, LedgerAccount.PAYABLE, 800);
    post(
        partner,
        line,
        LedgerKind.PAYOUT_RESERVED,
        LedgerAccount.PAYABLE,
        LedgerAccount.IN_FLIGHT,
        700);
    post(
        partner,
        line,
        LedgerKind.PAYOUT_COMPLETED,
        LedgerAccount.IN_FLIGHT,
        LedgerAccount.PAID,
        650);
    post(partner, line, LedgerKind.REVERSAL, LedgerAccount.PAYABLE, LedgerAccount.EXPENSE, 200);
    post(partner, line, LedgerKind.WRITE_OFF, LedgerAccount.WRITTEN_OFF, LedgerAccount.PAYABLE, 20);

    assertThat(of(partner, null))
        .containsExactly(new Balances(EUR, 1_000, 310, 40, 20, 90, 0, 50, 650, 40));
  }

  @Test
  void currencies_stay_apart() {
    UUID partner = desk.partner();
    desk.line(partner, "EUR", 40);
    desk.line(partner, "JPY", 5_000);

    assertThat(of(partner, null))
        .extracting(one -> one.currency().getCurrencyCode(), Balances::payable)
        .containsExactly(tuple("EUR", 40L), tuple("JPY", 5_000L));
  }

  @Test
  void balances_end_before_the_instant_that_is_asked_for() {
    UUID partner = desk.partner();
    desk.line(partner, "EUR", 40);
    Instant cut = desk.context().at();
    desk.clock().moveTo(cut);
    UUID later = desk.line(partner, "EUR", 2);
    Instant entered = entries(partner, null, new PageRequest(1, null)).items().get(0).postedAt();

    assertThat(of(partner, cut)).extracting(Balances::payable).containsExactly(40L);
    assertThat(of(partner, entered)).extracting(Balances::payable).containsExactly(40L);
    assertThat(of(partner, entered.plusNanos(1_000)))
        .extracting(Balances::payable)
        .containsExactly(42L);
    assertThat(later).isNotNull();
  }

  @Test
  void what_one_owes_is_not_set_off_against_what_another_is_owed() {
    UUID owed = desk.partner();
    UUID owing = desk.partner();
    desk.line(owed, "EUR", 70);
    desk.line(owing, "EUR", -30);

    List<PartnerBalances> all = desk.in(() -> balances.ofAll(desk.scope(), null));
    assertThat(all).extracting(PartnerBalances::partnerId).contains(owed, owing);
    Balances together = desk.in(() -> balances.ofTenant(desk.scope(), null)).get(0);
    assertThat(together.payable()).isEqualTo(70);
    assertThat(together.carried()).isEqualTo(30);
    assertThat(together.adjusted()).isEqualTo(40);
  }

  @Test
  void pages_of_entries_are_all_entries_once() {
    UUID partner = desk.partner();
    List<Money> expected = new ArrayList<>();
    for (int amount = 1; amount <= 7; amount++) {
      desk.line(partner, "EUR", amount);
      expected.add(new Money(-amount, EUR));
    }
    List<Money> seen = new ArrayList<>();
    UUID after = null;
    do {
      Page<LedgerEntry> page = entries(partner, LedgerAccount.PAYABLE, new PageRequest(3, after));
      page.items().forEach(entry -> seen.add(entry.amount()));
      after = page.next();
    } while (after != null);

    Collections.reverse(expected);
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void an_entry_names_its_transaction_and_the_line_that_it_is_about() {
    UUID partner = desk.partner();
    UUID line = desk.line(partner, "EUR", 12);
    LedgerEntry entry =
        entries(partner, LedgerAccount.EXPENSE, new PageRequest(1, null)).items().get(0);
    LedgerTransaction transaction =
        desk.in(() -> balances.transactions(desk.scope(), List.of(entry.transactionId()))).get(0);

    assertThat(entry.commissionEventId()).isEqualTo(line);
    assertThat(entry.payoutId()).isNull();
    assertThat(transaction.kind()).isEqualTo(LedgerKind.ADJUSTMENT);
    assertThat(transaction.partnerId()).isEqualTo(partner);
    assertThat(transaction.currency()).isEqualTo(EUR);
    assertThat(transaction.postedAt()).isEqualTo(entry.postedAt());
  }

  @Test
  void a_thousand_transactions_are_entered_with_one_call() {
    UUID partner = desk.partner();
    UUID line = desk.line(partner, "EUR", 1);
    List<LedgerDraft> drafts =
        Collections.nCopies(
            1_000,
            LedgerDraft.ofCommission(
                partner,
                EUR,
                LedgerKind.ACCRUAL,
                LedgerAccount.EXPENSE,
                LedgerAccount.HELD,
                3,
                line));
    desk.run(() -> desk.ledger().post(desk.context(), drafts));

    assertThat(of(partner, null)).extracting(Balances::earned).containsExactly(3_000L);
  }

  private void post(
      UUID partner,
      UUID line,
      LedgerKind kind,
      LedgerAccount debit,
      LedgerAccount credit,
      long amount) {
    desk.run(
        () ->
            desk.ledger()
                .post(
                    desk.context(),
                    List.of(
                        LedgerDraft.ofCommission(
                            partner, EUR, kind, debit, credit, amount, line))));
  }

  private List<Balances> of(UUID partner, @Nullable Instant until) {
    return desk.in(() -> balances.of(desk.scope(), partner, until));
  }

  private Page<LedgerEntry> entries(
      UUID partner, @Nullable LedgerAccount account, PageRequest page) {
    return desk.in(
        () ->
            balances.entries(
                desk.scope(), new EntryFilter(partner, null, account, null, null), page));
  }
}
