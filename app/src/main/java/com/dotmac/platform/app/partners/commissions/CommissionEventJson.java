package com.dotmac.platform.app.partners.commissions;

import com.dotmac.platform.app.http.CurrencyCode;
import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.Problem.Fault;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.ProblemException;
import com.dotmac.platform.app.http.RateJson;
import com.dotmac.platform.domain.partners.commissions.CommissionCause;
import com.dotmac.platform.domain.partners.commissions.CommissionEvent;
import com.dotmac.platform.domain.partners.commissions.CommissionKind;
import com.dotmac.platform.domain.partners.commissions.CommissionPool;
import com.dotmac.platform.domain.partners.commissions.CommissionStatus;
import com.dotmac.platform.domain.partners.commissions.CommissionTerms;
import com.dotmac.platform.domain.partners.commissions.TermsSource;
import com.dotmac.platform.domain.shared.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of commission on the wire. */
final class CommissionEventJson {

  private CommissionEventJson() {}

  /**
   * Why somebody steps in.
   *
   * @param reason in words
   */
  record Why(@NotBlank @Size(max = 500) String reason) {}

  /**
   * What approves lines, all of them or none.
   *
   * @param commissionEventIds the lines
   */
  record Approve(@NotNull @Size(min = 1, max = 500) List<@NotNull UUID> commissionEventIds) {}

  /**
   * What adds to what a partner earned, or takes off.
   *
   * @param amount below zero: takes off
   * @param reason why, in words
   */
  record Adjust(@NotNull @Valid MoneyJson amount, @NotBlank @Size(max = 500) String reason) {

    Money money() {
      if (amount.money().isZero()) {
        throw new ProblemException(
            ProblemCode.VALIDATION_FAILED,
            "A field of the body is wrong.",
            Fault.at("/amount/amount", "must not be 0"));
      }
      return amount.money();
    }
  }

  /**
   * What lets a partner off what he owes.
   *
   * @param currency in which he owes
   * @param reason why, in words
   */
  record WriteOff(
      @NotNull @CurrencyCode String currency, @NotBlank @Size(max = 500) String reason) {}

  /**
   * A line of what a partner earns, or loses again.
   *
   * @param base what the sum sold and paid, without tax, changed by
   * @param rate as a fraction, where there is one for the whole base
   * @param amount below zero: is lost
   * @param reversed how much of it other lines took back
   * @param reversesId what it takes back
   * @param reason why somebody wrote it by hand
   * @param availableAt until then it is held
   * @param blockedAt since when it is kept from being approved and paid
   */
  record View(
      UUID id,
      UUID partnerId,
      CommissionKind kind,
      CommissionCause cause,
      CommissionStatus status,
      MoneyJson base,
      @Nullable String rate,
      MoneyJson amount,
      MoneyJson reversed,
      @Nullable UUID customerId,
      @Nullable UUID invoiceId,
      @Nullable UUID allocationId,
      @Nullable UUID billingEventId,
      @Nullable UUID reversesId,
      @Nullable UUID payoutId,
      @Nullable String reason,
      Instant occurredAt,
      Instant availableAt,
      @Nullable Instant approvedAt,
      @Nullable Instant paidAt,
      @Nullable Instant blockedAt,
      @Nullable String blockedReason) {

    static View of(CommissionEvent event) {
      return new View(
          event.id(),
          event.partnerId(),
          event.kind(),
          event.cause(),
          event.status(),
          MoneyJson.of(event.base()),
          RateJson.text(event.rate()),
          MoneyJson.of(event.amount()),
          MoneyJson.of(event.reversed()),
          event.customerId(),
          event.invoiceId(),
          event.allocationId(),
          event.billingEventId(),
          event.reversesId(),
          event.payoutId(),
          event.reason(),
          event.occurredAt(),
          event.availableAt(),
          event.approvedAt(),
          event.paidAt(),
          event.blockedAt(),
          event.blockedReason());
    }
  }

  /**
   * Lines that were approved.
   *
   * @param items by identifier
   */
  record Approved(List<View> items) {}

  /**
   * By what a partner earns on lines of an invoice, decided when its first money came.
   *
   * @param source what decided
   * @param noneReason why nothing is earned
   * @param ruleVersionId the version of the rule
   * @param commissionable sum of the lines without tax
   * @param base how much of that is paid
   * @param amount what is earned by that
   * @param holdDays how long what is earned is held
   * @param endsAt first instant at which money earns nothing
   * @param period over which tiers are counted, where it is not the invoice by itself
   */
  record Terms(
      UUID id,
      UUID partnerId,
      int position,
      TermsSource source,
      @Nullable String noneReason,
      @Nullable UUID ruleVersionId,
      @Nullable String rate,
      MoneyJson commissionable,
      MoneyJson base,
      MoneyJson amount,
      int holdDays,
      @Nullable Instant endsAt,
      @Nullable Period period,
      Instant decidedAt) {

    static Terms of(CommissionTerms terms, @Nullable CommissionPool pool) {
      return new Terms(
          terms.id(),
          terms.partnerId(),
          terms.position(),
          terms.source(),
          terms.noneReason(),
          terms.versionId(),
          RateJson.text(terms.rate()),
          MoneyJson.of(terms.commissionable()),
          MoneyJson.of(terms.base()),
          MoneyJson.of(terms.amount()),
          terms.holdDays(),
          terms.endsAt(),
          pool == null ? null : Period.of(pool),
          terms.decidedAt());
    }
  }

  /**
   * What the partner sold under the same version in a period.
   *
   * @param from first instant of it
   * @param to first instant after it
   * @param base without tax, as far as it is paid
   * @param amount what is earned by it
   */
  record Period(Instant from, Instant to, MoneyJson base, MoneyJson amount) {

    static Period of(CommissionPool pool) {
      return new Period(
          pool.from(), pool.to(), MoneyJson.of(pool.base()), MoneyJson.of(pool.amount()));
    }
  }

  /**
   * By what is earned on an invoice.
   *
   * @param items by partner and position; none: no money came while a partner looked after the
   *     customer
   */
  record InvoiceTerms(List<Terms> items) {}
}
