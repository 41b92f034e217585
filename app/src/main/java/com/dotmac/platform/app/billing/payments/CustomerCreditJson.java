package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.domain.shared.Money;
import java.util.List;
import java.util.UUID;

/** What a customer has to his credit, on the wire. */
final class CustomerCreditJson {

  private CustomerCreditJson() {}

  /**
   * Credit as callers see it.
   *
   * @param customerId whose
   * @param credit a sum for each currency in which there is something
   */
  record View(UUID customerId, List<Sum> credit) {

    static View of(UUID customerId, List<Money> paid) {
      return new View(
          customerId, paid.stream().map(money -> new Sum(MoneyJson.of(money))).toList());
    }
  }

  /**
   * Credit in one currency.
   *
   * @param fromPayments what is left of payments
   */
  record Sum(MoneyJson fromPayments) {}
}
