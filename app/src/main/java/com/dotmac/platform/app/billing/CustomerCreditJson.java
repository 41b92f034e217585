package com.dotmac.platform.app.billing;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.domain.shared.Money;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a customer has in hand, on the wire.
 *
 * @param balances one for each currency in which he has any, by its code
 */
record CustomerCreditJson(UUID customerId, List<Balance> balances) {

  /**
   * Joins what there is.
   *
   * @param payments what is left of payments, once per currency
   * @param creditNotes what is left of credit notes, once per currency
   */
  static CustomerCreditJson of(UUID customerId, List<Money> payments, List<Money> creditNotes) {
    return new CustomerCreditJson(
        customerId,
        Stream.of(payments, creditNotes)
            .flatMap(List::stream)
            .map(Money::currency)
            .distinct()
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .map(currency -> Balance.of(in(currency, payments), in(currency, creditNotes)))
            .toList());
  }

  private static Money in(Currency currency, List<Money> sums) {
    return sums.stream()
        .filter(sum -> sum.currency().equals(currency))
        .findFirst()
        .orElse(Money.zero(currency));
  }

  /**
   * Credit in one currency.
   *
   * @param payments what was paid beyond what was owed
   * @param creditNotes what is left of credit notes
   * @param total both
   */
  record Balance(String currency, MoneyJson payments, MoneyJson creditNotes, MoneyJson total) {

    static Balance of(Money payments, Money creditNotes) {
      return new Balance(
          payments.currency().getCurrencyCode(),
          MoneyJson.of(payments),
          MoneyJson.of(creditNotes),
          MoneyJson.of(payments.plus(creditNotes)));
    }
  }
}
