package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.billing.invoices.BilledInvoice;
import com.dotmac.platform.domain.partners.Coverage;
import com.dotmac.platform.domain.partners.rules.Choice;
import com.dotmac.platform.domain.partners.rules.DurationCap;
import com.dotmac.platform.domain.partners.rules.LineFacts;
import com.dotmac.platform.domain.partners.rules.PartnerFacts;
import com.dotmac.platform.domain.partners.rules.PoolPeriod;
import com.dotmac.platform.domain.partners.rules.RuleBasis;
import com.dotmac.platform.domain.partners.rules.RuleCandidate;
import com.dotmac.platform.domain.partners.rules.RuleChoice;
import com.dotmac.platform.domain.partners.rules.Terms;
import com.dotmac.platform.domain.shared.Identifiers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides, when the first money for an invoice comes, by what its partner earns on it. */
final class Deciding {

  static final String NOT_FIRST_PAYMENT = "not_first_payment";
  static final String DURATION_OVER = "duration_over";
  static final String NOTHING_COMMISSIONABLE = "nothing_commissionable";

  private final List<RuleCandidate> rules;
  private final ZoneId zone;
  private final int usualHoldDays;
  private final Pools pools;
  private final Beginnings beginnings;

  /**
   * Decides by rules.
   *
   * @param rules of all partners concerned
   * @param zone of the tenant
   * @param usualHoldDays where a rule does not say
   * @param pools what was sold in periods
   * @param beginnings since when customers pay
   */
  Deciding(
      List<RuleCandidate> rules,
      ZoneId zone,
      int usualHoldDays,
      Pools pools,
      Beginnings beginnings) {
    this.rules = List.copyOf(rules);
    this.zone = zone;
    this.usualHoldDays = usualHoldDays;
    this.pools = pools;
    this.beginnings = beginnings;
  }

  /**
   * By what is earned on an invoice: a row for all that the same thing decides.
   *
   * @param coverage who looked after the customer when the money came
   * @param receipt the money
   * @param now when it is written
   */
  List<TermsRow> decide(BilledInvoice billed, Coverage coverage, Intake receipt, Instant now) {
    Map<Choice, Long> nets = new LinkedHashMap<>();
    for (BilledInvoice.Sale sale : billed.sales()) {
      Choice choice =
          RuleChoice.choose(
              new LineFacts(sale.productId(), billed.customerId(), billed.currency()),
              new PartnerFacts(
                  coverage.partnerId(), coverage.accountRate(), coverage.defaultRate()),
              receipt.occurredAt(),
              rules);
      nets.merge(choice, sale.net(), Math::addExact);
    }
    Instant anchor = beginnings.ofAccount(coverage.accountId(), receipt.occurredAt());
    boolean first = beginnings.isFirst(coverage.partnerId(), billed.customerId());
    List<TermsRow> decided = new ArrayList<>();
    for (Map.Entry<Choice, Long> entry : nets.entrySet()) {
      TermsRow.Key key =
          new TermsRow.Key(
              coverage.partnerId(),
              coverage.accountId(),
              billed.customerId(),
              billed.id(),
              decided.size() + 1);
      Question question =
          new Question(billed, receipt, anchor, first, Math.max(0, entry.getValue()));
      Terms terms = entry.getKey() instanceof Choice.ByRule rule ? rule.candidate().terms() : null;
      TermsRow.Decided what = what(entry.getKey(), terms, question, coverage.partnerId());
      decided.add(TermsRow.decidedNow(Identifiers.next(now), key, what, terms));
    }
    return decided;
  }

  private TermsRow.Decided what(
      Choice choice, @Nullable Terms terms, Question question, UUID partnerId) {
    if (choice instanceof Choice.None none) {
      return nothing(question, none.reason().code());
    }
    if (question.commissionable == 0) {
      return nothing(question, NOTHING_COMMISSIONABLE);
    }
    if (choice instanceof Choice.ByAccount account) {
      return byRate(TermsSource.ACCOUNT, account.rate(), question);
    }
    if (choice instanceof Choice.ByPartner partner) {
      return byRate(TermsSource.PARTNER, partner.rate(), question);
    }
    return terms == null
        ? nothing(question, NOTHING_COMMISSIONABLE)
        : byRule(terms, question, partnerId);
  }

  private TermsRow.Decided byRule(Terms terms, Question question, UUID partnerId) {
    Instant endsAt =
        terms.durationMonths() == null
            ? null
            : DurationCap.endsAt(question.anchor, terms.durationMonths(), zone);
    if (endsAt != null && !question.receipt.occurredAt().isBefore(endsAt)) {
      return nothing(question, DURATION_OVER);
    }
    UUID allocation = question.receipt.allocationId();
    if (terms.firstPaymentOnly() && (!question.first || allocation == null)) {
      return nothing(question, NOT_FIRST_PAYMENT);
    }
    UUID pool = null;
    if (terms.basis() != RuleBasis.INVOICE) {
      PoolPeriod period = PoolPeriod.of(terms.basis(), question.receipt.occurredAt(), zone);
      pool = pools.of(partnerId, terms.versionId(), question.currency(), period).id();
    }
    return new TermsRow.Decided(
        TermsSource.RULE,
        null,
        terms.versionId(),
        pool,
        terms.rate(),
        question.currency(),
        question.billed.total(),
        question.commissionable,
        terms.holdDays() == null ? usualHoldDays : terms.holdDays(),
        endsAt,
        terms.firstPaymentOnly() ? allocation : null,
        question.receipt.occurredAt());
  }

  private TermsRow.Decided byRate(TermsSource source, BigDecimal rate, Question question) {
    return question.decided(source, null, rate, usualHoldDays);
  }

  private TermsRow.Decided nothing(Question question, String reason) {
    return question.decided(TermsSource.NONE, reason, null, usualHoldDays);
  }

  /** Which rows of pools there are; makes those that are missing. */
  interface Pools {
    /** The row of a partner, a version and a period. */
    PoolRow of(UUID partnerId, UUID versionId, String currency, PoolPeriod period);
  }

  /** Since when customers pay. */
  interface Beginnings {
    /**
     * When the first money of an account came.
     *
     * @param now what is taken down if this is it
     */
    Instant ofAccount(UUID accountId, Instant now);

    /** Whether no money of the customer came for the partner before; asked again, it did. */
    boolean isFirst(UUID partnerId, UUID customerId);
  }

  private record Question(
      BilledInvoice billed, Intake receipt, Instant anchor, boolean first, long commissionable) {

    String currency() {
      return billed.currency().getCurrencyCode();
    }

    TermsRow.Decided decided(
        TermsSource source, @Nullable String noneReason, @Nullable BigDecimal rate, int holdDays) {
      return new TermsRow.Decided(
          source,
          noneReason,
          null,
          null,
          rate,
          currency(),
          billed.total(),
          commissionable,
          holdDays,
          null,
          null,
          receipt.occurredAt());
    }
  }
}
