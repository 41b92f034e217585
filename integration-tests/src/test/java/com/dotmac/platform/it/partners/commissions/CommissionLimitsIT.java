package com.dotmac.platform.it.partners.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.billing.payments.PaymentDraft;
import com.dotmac.platform.domain.billing.payments.PaymentKind;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.it.billing.payments.PaymentDesk;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules that do not earn for ever: for some months, or by the first payment alone. */
@NeedsDatabase
class CommissionLimitsIT {
  private static final Money HUNDRED = Money.of(10_000, "EUR");
  private static final String TEN = "accrual payment 10000 1000";

  private final TestDatabase database;
  private final CommissionDesk desk;
  private final PaymentDesk money;
  private final UUID customer;

  CommissionLimitsIT(TestDatabase database) {
    this.database = database;
    desk = new CommissionDesk(database);
    money = desk.payments();
    customer = money.customer();
    desk.assign(desk.partner(null), customer, null);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void i17_a_rule_earns_until_its_months_are_over_and_not_in_the_instant_after()
      throws SQLException {
    desk.tenth(1, false);
    pay(HUNDRED);
    // The first money came on the first of March, so the month ends with the same time in April.
    money.advance(Duration.ofDays(31).minusMinutes(1));
    pay(HUNDRED);
    money.advance(Duration.ofMinutes(1));
    pay(HUNDRED);
    desk.tell();

    assertThat(CommissionSums.lines(database, money.tenantId())).containsExactly(TEN, TEN);
  }

  @Test
  void by_the_first_payment_alone_the_second_earns_nothing_nor_does_its_own_remainder()
      throws SQLException {
    desk.tenth(null, true);
    money.invoice(customer, Money.of(20_000, "EUR"), 30);
    take(HUNDRED);
    take(HUNDRED);
    pay(HUNDRED);
    desk.tell();

    assertThat(CommissionSums.lines(database, money.tenantId())).containsExactly(TEN);
  }

  private void pay(Money amount) {
    money.invoice(customer, amount, 30);
    take(amount);
  }

  private void take(Money amount) {
    money.in(
        () ->
            money
                .doors()
                .payments()
                .take(
                    money.context(),
                    new PaymentDraft(
                        customer, amount, PaymentKind.BANK_TRANSFER, null, null, null, null)));
  }
}
