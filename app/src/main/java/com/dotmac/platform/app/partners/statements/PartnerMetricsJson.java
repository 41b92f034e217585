package com.dotmac.platform.app.partners.statements;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.domain.partners.statements.MetricsPeriod;
import com.dotmac.platform.domain.partners.statements.PartnerMetrics;
import java.time.Instant;
import java.util.List;

/** Figures of a partner on the wire. */
final class PartnerMetricsJson {

  private PartnerMetricsJson() {}

  /**
   * Figures of a period.
   *
   * @param from first instant of it
   * @param to first instant after it
   * @param items by currency; where there is nothing, it is missing
   */
  record View(Instant from, Instant to, List<InCurrency> items) {

    static View of(MetricsPeriod period, List<PartnerMetrics> metrics) {
      return new View(period.from(), period.to(), metrics.stream().map(InCurrency::of).toList());
    }
  }

  /**
   * Figures in one currency.
   *
   * @param earned what the partner earned
   * @param reversed what he lost of what he had earned, then or before
   * @param net what he earned, less what he lost
   * @param paid what reached him, less what came back
   * @param sales what the sum sold and paid for changed by; below zero: more was given back
   * @param lines how many lines of commission there were
   * @param customers of how many customers
   */
  record InCurrency(
      String currency,
      MoneyJson earned,
      MoneyJson reversed,
      MoneyJson net,
      MoneyJson paid,
      MoneyJson sales,
      long lines,
      long customers) {

    static InCurrency of(PartnerMetrics metrics) {
      return new InCurrency(
          metrics.earned().currency().getCurrencyCode(),
          MoneyJson.of(metrics.earned()),
          MoneyJson.of(metrics.reversed()),
          MoneyJson.of(metrics.net()),
          MoneyJson.of(metrics.paid()),
          MoneyJson.of(metrics.sales()),
          metrics.lines(),
          metrics.customers());
    }
  }
}
