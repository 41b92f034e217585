package com.dotmac.platform.domain.partners.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** I1: what does not balance is not even a draft. */
class LedgerDraftTest {
  private static final UUID PARTNER = UUID.randomUUID();
  private static final UUID LINE = UUID.randomUUID();
  private static final Currency EUR = Currency.getInstance("EUR");

  @Test
  void entries_that_come_to_nothing_are_a_draft() {
    assertThat(draft(debit(100), credit(60), credit(40)).postings()).hasSize(3);
  }

  @Test
  void entries_that_come_to_something_are_refused() {
    assertThatThrownBy(() -> draft(debit(100), credit(99)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("not to 1");
  }

  @Test
  void no_entries_are_refused() {
    assertThatThrownBy(LedgerDraftTest::draft).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void entries_whose_sum_cannot_be_held_are_refused() {
    assertThatThrownBy(() -> draft(debit(Long.MAX_VALUE), debit(Long.MAX_VALUE), debit(2)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void an_entry_of_nothing_is_refused() {
    assertThatThrownBy(() -> debit(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_entry_is_about_one_thing() {
    assertThatThrownBy(() -> new Posting(LedgerAccount.PAID, 1, null, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Posting(LedgerAccount.PAID, 1, LINE, LINE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_negative_amount_goes_the_other_way() {
    assertThat(
            LedgerDraft.ofCommission(
                    PARTNER,
                    EUR,
                    LedgerKind.ADJUSTMENT,
                    LedgerAccount.EXPENSE,
                    LedgerAccount.PAYABLE,
                    -5,
                    LINE)
                .postings())
        .containsExactly(
            Posting.ofCommission(LedgerAccount.EXPENSE, -5, LINE),
            Posting.ofCommission(LedgerAccount.PAYABLE, 5, LINE));
  }

  private static LedgerDraft draft(Posting... postings) {
    return new LedgerDraft(PARTNER, EUR, LedgerKind.ACCRUAL, List.of(postings));
  }

  private static Posting debit(long amount) {
    return Posting.ofCommission(LedgerAccount.EXPENSE, amount, LINE);
  }

  private static Posting credit(long amount) {
    return Posting.ofCommission(LedgerAccount.HELD, -amount, LINE);
  }
}
