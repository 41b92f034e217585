package com.dotmac.platform.domain.billing.credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.domain.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditedPartsTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  /** Four notes of an invoice of 334.99: three as asked, and the last is the rest, to the unit. */
  @Test
  void the_last_of_four_notes_is_what_the_others_left() {
    List<CreditableLine> lines =
        List.of(line(6800, "0.2"), line(6800, "0.2"), line(7483, "0.2"), line(8199, "0"));
    assertThat(parts(lines).left()).isEqualTo(euros(33_499));

    for (long amount : new long[] {8_160, 8_160, 8_980}) {
      List<CreditedPart> parts = parts(lines).of(new CreditWish.Amount(euros(amount)));
      assertThat(total(parts)).isEqualTo(euros(amount));
      lines = after(lines, parts);
    }
    List<CreditedPart> last = parts(lines).of(new CreditWish.Rest());

    assertThat(total(last)).isEqualTo(euros(8_199));
    assertThat(after(lines, last)).allSatisfy(line -> assertThat(line.left()).isEqualTo(euros(0)));
  }

  @Test
  void three_thirds_of_a_line_have_its_tax_and_no_unit_more() {
    List<CreditableLine> lines = List.of(line(300, "0.055"));
    List<Money> taxes = new ArrayList<>();

    for (int third = 0; third < 3; third++) {
      CreditedPart part = lines.get(0).ofNet(euros(100));
      taxes.add(part.tax());
      lines = after(lines, List.of(part));
    }

    assertThat(taxes).containsExactly(euros(6), euros(5), euros(6));
    assertThat(lines.get(0).left()).isEqualTo(euros(0));
  }

  @Test
  void a_note_is_never_more_than_what_is_left() {
    CreditedParts parts = parts(List.of(line(1000, "0"), line(-300, "0")));
    UUID first = parts.of(new CreditWish.Rest()).get(0).line().id();

    assertThatThrownBy(() -> parts.of(new CreditWish.Amount(euros(701))))
        .isInstanceOf(CreditNoteException.ExceedsInvoice.class)
        .hasMessageContaining("7.00 EUR");
    assertThatThrownBy(() -> parts.of(chosen(first, euros(701))))
        .isInstanceOf(CreditNoteException.ExceedsInvoice.class);
    assertThatThrownBy(() -> parts.of(chosen(first, euros(1001))))
        .isInstanceOf(CreditNoteException.LineExceeded.class);
    assertThatThrownBy(() -> parts.of(chosen(first, euros(-1))))
        .isInstanceOf(CreditNoteException.LineExceeded.class);
    assertThat(total(parts.of(chosen(first, euros(700))))).isEqualTo(euros(700));
  }

  @Test
  void a_note_over_nothing_is_refused() {
    CreditedParts nothing = parts(List.of(line(0, "0.19")));
    CreditedParts some = parts(List.of(line(100, "0.19")));

    assertThatThrownBy(() -> nothing.of(new CreditWish.Rest()))
        .isInstanceOf(CreditNoteException.NothingToCredit.class);
    for (long amount : new long[] {0, -1}) {
      assertThatThrownBy(() -> some.of(new CreditWish.Amount(euros(amount))))
          .isInstanceOf(CreditNoteException.NothingToCredit.class);
    }
  }

  @Test
  void a_line_is_one_of_the_invoice_and_named_once() {
    CreditableLine line = line(100, "0.19");
    CreditWish.Line all = new CreditWish.Line(line.id(), null);

    assertThatThrownBy(() -> parts(List.of(line)).of(new CreditWish.Lines(List.of(all, all))))
        .isInstanceOf(CreditNoteException.LineNotFound.class);
    assertThatThrownBy(() -> parts(List.of(line)).of(chosen(UUID.randomUUID(), euros(1))))
        .isInstanceOf(CreditNoteException.LineNotFound.class);
  }

  @Test
  void another_currency_is_refused() {
    CreditableLine line = line(100, "0.19");
    Money dollar = Money.of(1, "USD");

    assertThatThrownBy(() -> parts(List.of(line)).of(new CreditWish.Amount(dollar)))
        .isInstanceOf(CreditNoteException.OtherCurrency.class);
    assertThatThrownBy(() -> parts(List.of(line)).of(chosen(line.id(), dollar)))
        .isInstanceOf(CreditNoteException.OtherCurrency.class);
  }

  /** Whatever is asked in whatever order: parts fit their lines, and the rest ends at nothing. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void notes_in_any_order_come_to_the_invoice(long seed) {
    Random random = new Random(seed);
    for (int invoice = 0; invoice < 300; invoice++) {
      List<CreditableLine> lines = lines(random);
      while (parts(lines).left().isPositive()) {
        List<CreditedPart> parts = parts(lines).of(wish(random, lines));
        for (CreditedPart part : parts) {
          fits(part);
        }
        lines = after(lines, parts);
      }
      assertThat(parts(lines).left()).isEqualTo(euros(0));
      // Of a deduction something may be left, and as much of the line that it was made from.
      if (lines.stream().noneMatch(line -> line.net().isNegative())) {
        assertThat(lines)
            .allSatisfy(line -> assertThat(line.creditedTax()).isEqualTo(line.tax()))
            .allSatisfy(line -> assertThat(line.creditedNet()).isEqualTo(line.net()));
      }
    }
  }

  /** Of the sign of the line, and within what is left of it, net and tax each. */
  private static void fits(CreditedPart part) {
    CreditedPart rest = part.line().rest();
    assertThat(between(part.net(), rest.net())).as("net of %s", part).isTrue();
    assertThat(between(part.tax(), rest.tax())).as("tax of %s", part).isTrue();
  }

  private static boolean between(Money part, Money rest) {
    return Long.signum(part.minor()) * Long.signum(rest.minor()) >= 0
        && Math.abs(part.minor()) <= Math.abs(rest.minor());
  }

  private static CreditWish wish(Random random, List<CreditableLine> lines) {
    CreditedPart some = lines.get(random.nextInt(lines.size())).rest();
    Money left = parts(lines).left();
    if (random.nextInt(3) == 0 && some.net().isPositive() && !some.total().exceeds(left)) {
      return chosen(some.line().id(), euros(1 + random.nextLong(some.net().minor())));
    }
    return random.nextInt(8) == 0
        ? new CreditWish.Rest()
        : new CreditWish.Amount(euros(1 + random.nextLong(left.minor())));
  }

  private static List<CreditableLine> lines(Random random) {
    List<CreditableLine> lines = new ArrayList<>();
    String[] rates = {"0", "0.07", "0.19", "0.0775", "1"};
    for (int line = 0; line < 1 + random.nextInt(4); line++) {
      lines.add(line(random.nextInt(200), rates[random.nextInt(rates.length)]));
    }
    CreditableLine deduction = line(-random.nextInt(40), "0.19");
    if (random.nextBoolean() && parts(lines).left().exceeds(deduction.left().negated())) {
      lines.add(deduction);
    }
    return lines;
  }

  private static CreditWish chosen(UUID line, Money net) {
    return new CreditWish.Lines(List.of(new CreditWish.Line(line, net)));
  }

  private static CreditedParts parts(List<CreditableLine> lines) {
    return new CreditedParts(lines, EUR);
  }

  private static CreditableLine line(long net, String rate) {
    BigDecimal taxRate = new BigDecimal(rate);
    Money amount = euros(net);
    return new CreditableLine(
        UUID.randomUUID(), "Work", taxRate, amount, amount.times(taxRate), euros(0), euros(0));
  }

  private static List<CreditableLine> after(List<CreditableLine> lines, List<CreditedPart> parts) {
    List<CreditableLine> result = new ArrayList<>();
    for (CreditableLine line : lines) {
      Money net = line.creditedNet();
      Money tax = line.creditedTax();
      for (CreditedPart part : parts) {
        if (part.line().id().equals(line.id())) {
          net = net.plus(part.net());
          tax = tax.plus(part.tax());
        }
      }
      result.add(
          new CreditableLine(
              line.id(), line.description(), line.taxRate(), line.net(), line.tax(), net, tax));
    }
    return result;
  }

  private static Money total(List<CreditedPart> parts) {
    return parts.stream().map(CreditedPart::total).reduce(euros(0), Money::plus);
  }

  private static Money euros(long minor) {
    return new Money(minor, EUR);
  }
}
