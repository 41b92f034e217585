package com.dotmac.platform.domain.billing.credits;

import com.dotmac.platform.domain.shared.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says of which lines of an invoice a note takes how much back. */
final class CreditedParts {

  private final List<CreditableLine> lines;
  private final Money nothing;

  /**
   * Of an invoice.
   *
   * @param lines all of its lines, in their order
   * @param currency of the invoice
   */
  CreditedParts(List<CreditableLine> lines, Currency currency) {
    this.lines = lines;
    nothing = Money.zero(currency);
  }

  /** What is left of the invoice. */
  Money left() {
    return lines.stream().map(CreditableLine::left).reduce(nothing, Money::plus);
  }

  /**
   * The parts of a note, in the order of the lines; together more than nothing and not more than
   * what is left.
   *
   * @throws CreditNoteException.NothingToCredit if they come to nothing or less
   * @throws CreditNoteException.ExceedsInvoice if so much is not left of the invoice
   * @throws CreditNoteException.LineExceeded if so much is not left of a line
   * @throws CreditNoteException.LineNotFound if the invoice has no such line
   * @throws CreditNoteException.OtherCurrency if the wish is in another currency
   */
  List<CreditedPart> of(CreditWish wish) {
    List<CreditedPart> parts =
        parts(wish).stream().filter(part -> !part.isNothing()).collect(Collectors.toList());
    Money total = parts.stream().map(CreditedPart::total).reduce(nothing, Money::plus);
    if (!total.isPositive()) {
      throw new CreditNoteException.NothingToCredit();
    }
    if (total.exceeds(left())) {
      throw new CreditNoteException.ExceedsInvoice(left());
    }
    return parts;
  }

  private List<CreditedPart> parts(CreditWish wish) {
    if (wish instanceof CreditWish.Amount amount) {
      return spread(same(amount.total()));
    }
    if (wish instanceof CreditWish.Lines chosen) {
      return chosen(chosen.lines());
    }
    return lines.stream().map(CreditableLine::rest).toList();
  }

  private List<CreditedPart> chosen(List<CreditWish.Line> wanted) {
    Map<UUID, CreditableLine> byId =
        lines.stream().collect(Collectors.toMap(CreditableLine::id, Function.identity()));
    Set<UUID> seen = new HashSet<>();
    List<CreditedPart> parts = new ArrayList<>();
    for (CreditWish.Line wish : wanted) {
      CreditableLine line = byId.get(wish.invoiceLineId());
      if (line == null || !seen.add(wish.invoiceLineId())) {
        throw new CreditNoteException.LineNotFound(wish.invoiceLineId());
      }
      parts.add(wish.net() == null ? line.rest() : line.ofNet(same(wish.net())));
    }
    return inOrder(parts);
  }

  /**
   * Each line bears its part of the sum of the lines up to it, less that of the line before: so the
   * parts come to the amount. Deductions come last, so that no sum on the way is below nothing.
   */
  private List<CreditedPart> spread(Money amount) {
    Money whole = left();
    if (amount.exceeds(whole)) {
      throw new CreditNoteException.ExceedsInvoice(whole);
    }
    List<CreditableLine> bearing = new ArrayList<>(lines);
    bearing.sort(
        (one, other) -> Boolean.compare(one.left().isNegative(), other.left().isNegative()));
    List<CreditedPart> parts = new ArrayList<>();
    Money sum = nothing;
    Money spread = nothing;
    for (CreditableLine line : bearing) {
      sum = sum.plus(line.left());
      Money upTo = amount.isPositive() ? amount.share(sum.minor(), whole.minor()) : nothing;
      Money part = upTo.minus(spread);
      spread = upTo;
      if (!part.isZero()) {
        parts.add(line.ofTotal(part));
      }
    }
    return inOrder(parts);
  }

  private List<CreditedPart> inOrder(List<CreditedPart> parts) {
    parts.sort((one, other) -> lines.indexOf(one.line()) - lines.indexOf(other.line()));
    return parts;
  }

  private Money same(Money money) {
    if (!money.currency().equals(nothing.currency())) {
      throw new CreditNoteException.OtherCurrency(nothing.currency());
    }
    return money;
  }
}
