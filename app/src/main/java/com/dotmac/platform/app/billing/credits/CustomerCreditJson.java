package com.dotmac.platform.app.billing.credits;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.domain.shared.Money;
import java.util.List;
import java.util.UUID;

/**
 * What a customer has in hand, on the wire.
 *
 * @param balances one for each currency in which he has any, by its code
 */
record CustomerCreditJson(UUID customerId, List<Balance> balances) {

  static CustomerCreditJson of(UUID customerId, List<Money> creditNotes) {
    return new CustomerCreditJson(customerId, creditNotes.stream().map(Balance::of).toList());
  }

  /**
   * Credit in one currency.
   *
   * @param creditNotes what is left of credit notes
   */
  record Balance(String currency, MoneyJson creditNotes) {

    static Balance of(Money creditNotes) {
      return new Balance(creditNotes.currency().getCurrencyCode(), MoneyJson.of(creditNotes));
    }
  }
}
