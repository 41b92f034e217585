package com.dotmac.platform.app.billing.credits;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.Problem.Fault;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.ProblemException;
import com.dotmac.platform.app.http.RateJson;
import com.dotmac.platform.domain.billing.credits.CreditNote;
import com.dotmac.platform.domain.billing.credits.CreditNoteApplication;
import com.dotmac.platform.domain.billing.credits.CreditNoteLine;
import com.dotmac.platform.domain.billing.credits.CreditNoteStatus;
import com.dotmac.platform.domain.billing.credits.CreditWish;
import com.dotmac.platform.domain.shared.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A credit note on the wire. */
final class CreditNoteJson {

  private CreditNoteJson() {}

  /**
   * What issues a credit note.
   *
   * @param invoiceId an invoice that was finalised and is not void
   * @param reason why, in words
   * @param amount with tax, spread over the lines in proportion; not beside {@code lines}
   * @param lines parts of lines of the invoice; without these and without {@code amount} all that
   *     is left of the invoice is credited
   * @param autoApply whether it is applied to its invoice at once, as far as that is owed; it is
   *     unless this is {@code false}
   */
  record Create(
      @NotNull UUID invoiceId,
      @NotBlank @Size(max = 500) String reason,
      @Nullable @Valid MoneyJson amount,
      @Nullable @Size(min = 1, max = 1000) List<@NotNull @Valid CreateLine> lines,
      @Nullable Boolean autoApply) {

    boolean applies() {
      return !Boolean.FALSE.equals(autoApply);
    }

    CreditWish wish() {
      if (amount != null && lines != null) {
        throw new ProblemException(
            ProblemCode.VALIDATION_FAILED,
            "A field of the body is wrong.",
            Fault.at("/lines", "must be left out where there is an amount"));
      }
      if (lines != null) {
        return new CreditWish.Lines(lines.stream().map(CreateLine::wish).toList());
      }
      return amount == null ? new CreditWish.Rest() : new CreditWish.Amount(amount.money());
    }
  }

  /**
   * A part of a line that is credited.
   *
   * @param invoiceLineId line of the invoice
   * @param net before tax, below zero for a line that deducts; without it all that is left of the
   *     line
   */
  record CreateLine(@NotNull UUID invoiceLineId, @Nullable @Valid MoneyJson net) {

    CreditWish.Line wish() {
      return new CreditWish.Line(invoiceLineId, net == null ? null : net.money());
    }
  }

  /**
   * What applies a credit note.
   *
   * @param invoiceId an invoice of the same customer and currency that is owed
   * @param amount how much; without it as much as is left and owed
   */
  record Apply(@NotNull UUID invoiceId, @Nullable @Valid MoneyJson amount) {

    @Nullable Money money() {
      return amount == null ? null : amount.money();
    }
  }

  /**
   * What makes a credit note void.
   *
   * @param reason why, in words; kept in the audit trail
   */
  record MakeVoid(@Nullable @Size(min = 1, max = 500) String reason) {}

  /**
   * A credit note in a list.
   *
   * @param invoiceId the invoice of which it takes something back
   * @param total with tax
   * @param remaining what of it is credit of the customer; nothing once it is void
   */
  record Summary(
      UUID id,
      String number,
      CreditNoteStatus status,
      UUID invoiceId,
      UUID customerId,
      LocalDate issuedOn,
      MoneyJson total,
      MoneyJson remaining,
      Instant createdAt,
      Instant updatedAt) {

    static Summary of(CreditNote note) {
      return new Summary(
          note.id(),
          note.number(),
          note.status(),
          note.invoiceId(),
          note.customerId(),
          note.issuedOn(),
          MoneyJson.of(note.total()),
          MoneyJson.of(note.remaining()),
          note.createdAt(),
          note.updatedAt());
    }
  }

  /**
   * A credit note with its lines.
   *
   * @param number for people, without gaps in the tenant and year
   * @param invoiceId the invoice of which it takes something back
   * @param issuedOn day in the zone of the tenant
   * @param net before tax
   * @param total with tax
   * @param applied what of it was used for invoices
   * @param remaining what of it is credit of the customer; nothing once it is void
   */
  record View(
      UUID id,
      String number,
      CreditNoteStatus status,
      UUID invoiceId,
      UUID customerId,
      String reason,
      LocalDate issuedOn,
      List<Line> lines,
      MoneyJson net,
      MoneyJson tax,
      MoneyJson total,
      MoneyJson applied,
      MoneyJson remaining,
      Instant createdAt,
      Instant updatedAt) {

    static View of(CreditNote note, List<CreditNoteLine> lines) {
      Currency currency = note.total().currency();
      return new View(
          note.id(),
          note.number(),
          note.status(),
          note.invoiceId(),
          note.customerId(),
          note.reason(),
          note.issuedOn(),
          lines.stream().map(line -> Line.of(line, currency)).toList(),
          MoneyJson.of(note.net()),
          MoneyJson.of(note.tax()),
          MoneyJson.of(note.total()),
          MoneyJson.of(note.applied()),
          MoneyJson.of(note.remaining()),
          note.createdAt(),
          note.updatedAt());
    }
  }

  /**
   * What a credit note takes back of a line.
   *
   * @param invoiceLineId line of the invoice
   * @param taxRate as a fraction
   * @param net before tax
   */
  record Line(
      UUID invoiceLineId, String description, String taxRate, MoneyJson net, MoneyJson tax) {

    static Line of(CreditNoteLine line, Currency currency) {
      return new Line(
          line.invoiceLineId(),
          line.description(),
          Objects.requireNonNull(RateJson.text(line.taxRate())),
          MoneyJson.of(line.net(currency)),
          MoneyJson.of(line.tax(currency)));
    }
  }

  /**
   * A part of a credit note that was used for an invoice.
   *
   * @param undoneAt when the note or the invoice became void; {@code null} while it counts
   */
  record Application(
      UUID id,
      UUID creditNoteId,
      UUID invoiceId,
      MoneyJson amount,
      Instant appliedAt,
      @Nullable Instant undoneAt) {

    static Application of(CreditNoteApplication application) {
      return new Application(
          application.id(),
          application.creditNoteId(),
          application.invoiceId(),
          MoneyJson.of(application.amount()),
          application.appliedAt(),
          application.undoneAt());
    }
  }
}
