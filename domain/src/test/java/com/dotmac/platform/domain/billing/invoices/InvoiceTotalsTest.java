package com.dotmac.platform.domain.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.domain.shared.Money;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceTotalsTest {

  private static final Money TEN = Money.of(1000, "USD");

  @Test
  void each_part_of_a_line_is_rounded_by_itself_and_the_total_is_their_sum() {
    LineAmounts amounts =
        line("0.333333", Money.of(1995, "USD"), new BigDecimal("0.15"), "0.19").amounts();
    // 664.999… is 665; 15 % of that are 99.75, so 100; 19 % of the 565 left are 107.35, so 107.
    assertThat(amounts.gross()).isEqualTo(Money.of(665, "USD"));
    assertThat(amounts.discount()).isEqualTo(Money.of(100, "USD"));
    assertThat(amounts.tax()).isEqualTo(Money.of(107, "USD"));
    assertThat(amounts.total()).isEqualTo(Money.of(672, "USD"));
  }

  @ParameterizedTest
  @CsvSource({"JPY", "USD", "KWD", "CLF"})
  void a_minor_unit_is_what_the_currency_has_no_less_than(String currency) {
    assertThat(line("1", Money.of(1, currency), null, "0.5").amounts().total())
        .isEqualTo(Money.of(2, currency));
  }

  @Test
  void a_line_that_gives_back_is_the_mirror_of_one_that_charges() {
    LineAmounts charge = line("1.5", TEN, new BigDecimal("0.333333"), "0.077").amounts();
    LineAmounts back = line("1.5", TEN.negated(), new BigDecimal("0.333333"), "0.077").amounts();
    assertThat(back.gross()).isEqualTo(charge.gross().negated());
    assertThat(back.discount()).isEqualTo(charge.discount().negated());
    assertThat(back.tax()).isEqualTo(charge.tax().negated());
  }

  @Test
  void a_line_that_cannot_be_is_refused() {
    assertRefused(() -> line("0", TEN, null, "0"));
    assertRefused(() -> line("1000000000000", TEN, null, "0"));
    assertRefused(() -> line("0.0000001", TEN, null, "0"));
    assertRefused(() -> line("1", TEN, null, "1.01"));
    assertRefused(() -> line("1", TEN, new BigDecimal("-0.1"), "0"));
    assertRefused(() -> line("999999", Money.of(1_000_000_000_000L, "USD"), null, "0").amounts());
    assertRefused(() -> discounted(Money.of(1, "EUR")));
    assertRefused(() -> discounted(Money.of(1001, "USD")).amounts());
    assertRefused(() -> discounted(Money.of(-1, "USD")).amounts());
    assertRefused(
        () -> InvoiceTotals.of(Money.of(0, "EUR").currency(), List.of(line("1", TEN, null, "0"))));
  }

  /** The sums are exact: nothing is rounded a second time. */
  @Property
  void the_total_of_an_invoice_is_the_sum_of_the_totals_of_its_lines(
      @ForAll("lines") List<LineDetails> lines) {
    InvoiceTotals totals = InvoiceTotals.of(TEN.currency(), lines);
    assertThat(totals.total().minor())
        .isEqualTo(lines.stream().mapToLong(line -> line.amounts().total().minor()).sum());
  }

  /** Tax on what is left after the discount is never more than half a unit off. */
  @Property
  void no_part_of_a_line_is_more_than_half_a_minor_unit_off(
      @ForAll("lines") List<LineDetails> lines) {
    for (LineDetails line : lines) {
      LineAmounts amounts = line.amounts();
      assertThat(off(line.unitPrice(), line.quantity(), amounts.gross()))
          .isLessThanOrEqualTo(new BigDecimal("0.5"));
      Money net = amounts.gross().minus(amounts.discount());
      assertThat(off(net, line.taxRate(), amounts.tax()))
          .isLessThanOrEqualTo(new BigDecimal("0.5"));
      assertThat(Math.abs(amounts.discount().minor()))
          .isLessThanOrEqualTo(Math.abs(amounts.gross().minor()));
    }
  }

  @Provide
  Arbitrary<List<LineDetails>> lines() {
    Arbitrary<BigDecimal> rates =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE).ofScale(6);
    return Combinators.combine(
            Arbitraries.bigDecimals()
                .between(new BigDecimal("0.000001"), new BigDecimal("99999"))
                .ofScale(6),
            Arbitraries.longs().between(-999_999_999, 999_999_999),
            rates.injectNull(0.5),
            rates)
        .as(
            (quantity, price, discount, tax) ->
                new LineDetails("x", quantity, Money.of(price, "USD"), discount, null, tax))
        .list()
        .ofMaxSize(20);
  }

  private static BigDecimal off(Money amount, BigDecimal factor, Money product) {
    return BigDecimal.valueOf(amount.minor())
        .multiply(factor)
        .subtract(BigDecimal.valueOf(product.minor()))
        .abs();
  }

  private static LineDetails line(
      String quantity, Money price, @Nullable BigDecimal discount, String tax) {
    return new LineDetails(
        "Hosting", new BigDecimal(quantity), price, discount, null, new BigDecimal(tax));
  }

  private static LineDetails discounted(Money discount) {
    return new LineDetails("Hosting", BigDecimal.ONE, TEN, null, discount, BigDecimal.ZERO);
  }

  private static void assertRefused(ThrowingCallable line) {
    assertThatThrownBy(line).isInstanceOf(InvoiceException.InvalidLine.class);
  }
}
