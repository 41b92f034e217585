package com.dotmac.platform.app.billing.invoices;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.Quantity;
import com.dotmac.platform.app.http.Rate;
import com.dotmac.platform.app.http.RateJson;
import com.dotmac.platform.domain.billing.invoices.InvoiceLine;
import com.dotmac.platform.domain.billing.invoices.LineAmounts;
import com.dotmac.platform.domain.billing.invoices.LineDetails;
import com.dotmac.platform.domain.billing.invoices.LineOrigin;
import com.dotmac.platform.domain.billing.invoices.LineRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of an invoice on the wire. */
final class LineJson {

  private LineJson() {}

  /**
   * What is charged: a plan, a product, or anything else. Left out: quantity 1; what a plan or
   * product says; no discount and no tax. What is not of a plan says its price.
   */
  record Charge(
      @Nullable UUID planId,
      @Nullable UUID productId,
      @Nullable @Size(min = 1, max = 500) String description,
      @Nullable @Quantity BigDecimal quantity,
      @Nullable @Valid MoneyJson unitPrice,
      @Nullable @Rate BigDecimal discountRate,
      @Nullable @Valid MoneyJson discount,
      @Nullable @Rate BigDecimal taxRate) {

    LineRequest request() {
      return new LineRequest(
          productId,
          planId,
          description,
          Objects.requireNonNullElse(quantity, BigDecimal.ONE),
          unitPrice == null ? null : unitPrice.money(),
          discountRate,
          discount == null ? null : discount.money(),
          taxRate);
    }
  }

  /** A line as callers see it. */
  record View(
      UUID id,
      int position,
      @Nullable UUID planId,
      @Nullable UUID productId,
      @Nullable UUID pricingRuleId,
      String description,
      String quantity,
      MoneyJson unitPrice,
      MoneyJson gross,
      @Nullable String discountRate,
      MoneyJson discount,
      String taxRate,
      MoneyJson tax,
      MoneyJson total) {

    static View of(InvoiceLine line, Currency currency) {
      LineDetails details = line.details(currency);
      LineAmounts amounts = line.amounts(currency);
      LineOrigin origin = details.origin();
      return new View(
          line.id(),
          line.position(),
          origin == null ? null : origin.planId(),
          origin == null ? null : origin.productId(),
          origin == null ? null : origin.pricingRuleId(),
          details.description(),
          details.quantity().stripTrailingZeros().toPlainString(),
          MoneyJson.of(details.unitPrice()),
          MoneyJson.of(amounts.gross()),
          RateJson.text(details.discountRate()),
          MoneyJson.of(amounts.discount()),
          Objects.requireNonNull(RateJson.text(details.taxRate())),
          MoneyJson.of(amounts.tax()),
          MoneyJson.of(amounts.total()));
    }
  }
}
