package com.dotmac.platform.app.billing.invoices;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.Quantity;
import com.dotmac.platform.app.http.Rate;
import com.dotmac.platform.app.http.RateJson;
import com.dotmac.platform.domain.billing.invoices.InvoiceLine;
import com.dotmac.platform.domain.billing.invoices.LineAmounts;
import com.dotmac.platform.domain.billing.invoices.LineDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of an invoice on the wire. */
final class LineJson {

  private LineJson() {}

  /** What is charged. Left out: quantity 1, no discount, no tax. */
  record Charge(
      @NotBlank @Size(max = 500) String description,
      @Nullable @Quantity BigDecimal quantity,
      @NotNull @Valid MoneyJson unitPrice,
      @Nullable @Rate BigDecimal discountRate,
      @Nullable @Valid MoneyJson discount,
      @Nullable @Rate BigDecimal taxRate) {

    LineDetails details() {
      return new LineDetails(
          description,
          Objects.requireNonNullElse(quantity, BigDecimal.ONE),
          unitPrice.money(),
          discountRate,
          discount == null ? null : discount.money(),
          Objects.requireNonNullElse(taxRate, BigDecimal.ZERO));
    }
  }

  /** A line as callers see it. */
  record View(
      UUID id,
      int position,
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
      return new View(
          line.id(),
          line.position(),
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
