package com.dotmac.platform.app.billing.invoices;

import com.dotmac.platform.app.http.CurrencyCode;
import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceDraft;
import com.dotmac.platform.domain.billing.invoices.InvoiceLine;
import com.dotmac.platform.domain.billing.invoices.InvoiceStatus;
import com.dotmac.platform.domain.billing.invoices.InvoiceTotals;
import com.dotmac.platform.domain.billing.invoices.LineDetails;
import com.dotmac.platform.domain.billing.invoices.LineRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** An invoice on the wire. */
final class InvoiceJson {

  private InvoiceJson() {}

  /**
   * What makes a draft. Left out: the currency that the customer is billed in, 30 days, no memo, no
   * lines yet.
   */
  record Create(
      @NotNull UUID customerId,
      @Nullable @CurrencyCode String currency,
      @Nullable @Min(0) @Max(365) Integer paymentDays,
      @Nullable @Size(min = 1, max = 1000) String memo,
      @Nullable @Size(max = InvoiceDraft.MOST_LINES) List<LineJson.@NotNull @Valid Charge> lines) {

    /** The wishes for lines. */
    List<LineRequest> wanted() {
      return lines == null ? List.of() : lines.stream().map(LineJson.Charge::request).toList();
    }

    InvoiceDraft draft(Currency usual, List<LineDetails> priced) {
      return new InvoiceDraft(
          customerId,
          currency == null ? usual : Currency.getInstance(currency),
          Objects.requireNonNullElse(paymentDays, InvoiceDraft.DEFAULT_PAYMENT_DAYS),
          memo,
          priced);
    }
  }

  /**
   * What changes a draft: a field left out stays, {@code null} removes it where it may be missing,
   * and lines replace all that there were.
   */
  record Change(
      JsonNullable<@NotNull @Min(0) @Max(365) Integer> paymentDays,
      JsonNullable<@Size(min = 1, max = 1000) String> memo,
      JsonNullable<
              @NotNull @Size(max = InvoiceDraft.MOST_LINES) List<LineJson.@NotNull @Valid Charge>>
          lines) {

    /**
     * The draft after the change.
     *
     * @param pricing makes lines of wishes
     */
    InvoiceDraft appliedTo(
        InvoiceDraft present, Function<List<LineRequest>, List<LineDetails>> pricing) {
      return new InvoiceDraft(
          present.customerId(),
          present.currency(),
          Patch.required(paymentDays, present.paymentDays()),
          Patch.of(memo, present.memo()),
          lines.isPresent()
              ? pricing.apply(lines.get().stream().map(LineJson.Charge::request).toList())
              : present.lines());
    }
  }

  /** Why something is done to an invoice. */
  record Because(@Nullable @Size(min = 1, max = 500) String reason) {}

  /** An invoice in a list. */
  record Summary(
      UUID id,
      @Nullable String number,
      UUID customerId,
      InvoiceStatus status,
      MoneyJson total,
      MoneyJson balance,
      @Nullable LocalDate issuedOn,
      @Nullable LocalDate dueOn,
      Instant createdAt,
      Instant updatedAt) {

    static Summary of(Invoice invoice) {
      return new Summary(
          invoice.id(),
          invoice.number(),
          invoice.customerId(),
          invoice.status(),
          MoneyJson.of(invoice.total()),
          MoneyJson.of(invoice.balance()),
          invoice.issuedOn(),
          invoice.dueOn(),
          invoice.createdAt(),
          invoice.updatedAt());
    }
  }

  /**
   * An invoice with its lines. The balance is the total less what was paid, plus what was refunded,
   * less what was credited; a void invoice is not owed, whatever its balance.
   */
  record View(
      UUID id,
      @Nullable String number,
      UUID customerId,
      InvoiceStatus status,
      String currency,
      int paymentDays,
      @Nullable String memo,
      List<LineJson.View> lines,
      MoneyJson subtotal,
      MoneyJson discount,
      MoneyJson tax,
      MoneyJson total,
      MoneyJson paid,
      MoneyJson refunded,
      MoneyJson credited,
      MoneyJson balance,
      @Nullable Map<String, @Nullable Object> billTo,
      @Nullable LocalDate issuedOn,
      @Nullable LocalDate dueOn,
      @Nullable Instant finalisedAt,
      Instant createdAt,
      Instant updatedAt) {

    static View of(Invoice invoice, List<InvoiceLine> lines) {
      InvoiceTotals totals = invoice.totals();
      return new View(
          invoice.id(),
          invoice.number(),
          invoice.customerId(),
          invoice.status(),
          invoice.currency().getCurrencyCode(),
          invoice.paymentDays(),
          invoice.memo(),
          lines.stream().map(line -> LineJson.View.of(line, invoice.currency())).toList(),
          MoneyJson.of(totals.subtotal()),
          MoneyJson.of(totals.discount()),
          MoneyJson.of(totals.tax()),
          MoneyJson.of(invoice.total()),
          MoneyJson.of(invoice.paid()),
          MoneyJson.of(invoice.refunded()),
          MoneyJson.of(invoice.credited()),
          MoneyJson.of(invoice.balance()),
          invoice.billTo(),
          invoice.issuedOn(),
          invoice.dueOn(),
          invoice.finalisedAt(),
          invoice.createdAt(),
          invoice.updatedAt());
    }
  }
}
