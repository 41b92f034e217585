package com.dotmac.platform.app.partners.commissions;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.RateJson;
import com.dotmac.platform.domain.partners.commissions.CommissionCause;
import com.dotmac.platform.domain.partners.commissions.CommissionEvent;
import com.dotmac.platform.domain.partners.commissions.CommissionGround;
import com.dotmac.platform.domain.partners.commissions.CommissionKind;
import com.dotmac.platform.domain.partners.commissions.CommissionPool;
import com.dotmac.platform.domain.partners.commissions.CommissionStatus;
import com.dotmac.platform.domain.partners.commissions.CommissionTerms;
import com.dotmac.platform.domain.partners.commissions.TermsSource;
import com.dotmac.platform.domain.partners.rules.RuleBasis;
import com.dotmac.platform.domain.partners.rules.RuleModel;
import com.dotmac.platform.domain.partners.rules.RuleVersion;
import com.dotmac.platform.domain.partners.rules.Terms;
import com.dotmac.platform.domain.partners.rules.Tier;
import com.dotmac.platform.domain.shared.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of commission as the partner sees it, on the wire. Who wrote it, what the tenant notes
 * about it for itself, and the payment that it follows from are not here.
 */
final class PortalCommissionEventJson {

  private PortalCommissionEventJson() {}

  /**
   * A line.
   *
   * @param base what the sum sold and paid changed by
   * @param rate of the whole base; there is none for tiers, flat amounts and what is by hand
   * @param amount below zero: is lost
   * @param reversed how much of it other lines took back
   * @param customerName whose money it is; left out: nobody's, or he is gone
   * @param reversesId what it takes back
   * @param availableAt until then it is held
   * @param blocked whether the tenant keeps it from being approved and paid
   */
  record View(
      UUID id,
      CommissionKind kind,
      CommissionCause cause,
      CommissionStatus status,
      MoneyJson base,
      @Nullable String rate,
      MoneyJson amount,
      MoneyJson reversed,
      @Nullable UUID customerId,
      @Nullable String customerName,
      @Nullable UUID invoiceId,
      @Nullable UUID reversesId,
      @Nullable UUID payoutId,
      Instant occurredAt,
      Instant availableAt,
      @Nullable Instant approvedAt,
      @Nullable Instant paidAt,
      boolean blocked) {

    static View of(CommissionEvent event, @Nullable String customerName) {
      return new View(
          event.id(),
          event.kind(),
          event.cause(),
          event.status(),
          MoneyJson.of(event.base()),
          RateJson.text(event.rate()),
          MoneyJson.of(event.amount()),
          MoneyJson.of(event.reversed()),
          event.customerId(),
          customerName,
          event.invoiceId(),
          event.reversesId(),
          event.payoutId(),
          event.occurredAt(),
          event.availableAt(),
          event.approvedAt(),
          event.paidAt(),
          event.blockedAt() != null);
    }
  }

  /**
   * A line, and why it is what it is.
   *
   * @param line the line
   * @param ground why; {@code null}: somebody wrote it by hand
   */
  record Explained(View line, @Nullable Ground ground) {

    static Explained of(
        View line, @Nullable CommissionGround ground, @Nullable RuleVersion version) {
      return new Explained(line, ground == null ? null : Ground.of(ground, version));
    }
  }

  /**
   * By what the partner earns on that part of the invoice, decided when its first money came.
   *
   * @param source what decided
   * @param rule the rule; {@code null}: none decided
   * @param rate of the whole base
   * @param commissionable sum of the lines of the invoice without tax
   * @param base how much of that is paid by now
   * @param amount what is earned by that, by all lines together
   * @param holdDays how long what is earned is held
   * @param endsAt first instant at which money earns nothing
   * @param period over which tiers are counted, where it is not the invoice by itself
   */
  record Ground(
      TermsSource source,
      @Nullable Rule rule,
      @Nullable String rate,
      MoneyJson commissionable,
      MoneyJson base,
      MoneyJson amount,
      int holdDays,
      @Nullable Instant endsAt,
      @Nullable Period period,
      Instant decidedAt) {

    private static Ground of(CommissionGround ground, @Nullable RuleVersion version) {
      CommissionTerms terms = ground.terms();
      CommissionPool pool = ground.pool();
      return new Ground(
          terms.source(),
          version == null ? null : Rule.of(version),
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
   * What the rule said in the version that decided. What the tenant calls it, and whom else it is
   * for, is not here.
   *
   * @param commissionId the rule
   * @param versionNumber place among its versions, from 1
   * @param effectiveFrom since when it said so
   * @param basis over what tiers are counted
   * @param flatAmount what is fixed
   * @param tiers what each tier gives
   */
  record Rule(
      UUID commissionId,
      int versionNumber,
      Instant effectiveFrom,
      RuleModel model,
      RuleBasis basis,
      @Nullable String rate,
      @Nullable MoneyJson flatAmount,
      List<Step> tiers) {

    private static Rule of(RuleVersion version) {
      Terms terms = version.terms();
      return new Rule(
          version.commissionId(),
          version.number(),
          version.period().from(),
          terms.model(),
          terms.basis(),
          RateJson.text(terms.rate()),
          money(terms.flatAmount(), terms.currency()),
          terms.tiers().stream().map(tier -> Step.of(tier, terms.currency())).toList());
    }
  }

  /** A tier: what is sold beyond {@code from}, up to and with where the next begins. */
  record Step(@Nullable MoneyJson from, String rate, @Nullable MoneyJson flatAmount) {

    private static Step of(Tier tier, @Nullable Currency currency) {
      return new Step(
          money(tier.fromAmount(), currency),
          Objects.requireNonNull(RateJson.text(tier.rate())),
          money(tier.flatAmount(), currency));
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

    private static Period of(CommissionPool pool) {
      return new Period(
          pool.from(), pool.to(), MoneyJson.of(pool.base()), MoneyJson.of(pool.amount()));
    }
  }

  private static @Nullable MoneyJson money(@Nullable Long minor, @Nullable Currency currency) {
    return minor == null || currency == null ? null : MoneyJson.of(new Money(minor, currency));
  }
}
