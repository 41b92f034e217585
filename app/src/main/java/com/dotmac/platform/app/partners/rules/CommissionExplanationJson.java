package com.dotmac.platform.app.partners.rules;

import com.dotmac.platform.app.http.CurrencyCode;
import com.dotmac.platform.domain.partners.rules.Considered;
import com.dotmac.platform.domain.partners.rules.LineFacts;
import com.dotmac.platform.domain.partners.rules.RuleCandidate;
import com.dotmac.platform.domain.partners.rules.RuleEnquiry;
import com.dotmac.platform.domain.partners.rules.Verdict;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The question what decides about a sale, and its answer, on the wire. */
final class CommissionExplanationJson {

  private CommissionExplanationJson() {}

  /**
   * What is asked. Without {@code productId} it is about something that is not in the catalogue,
   * without {@code at} about now.
   */
  record Question(
      @NotNull UUID partnerId,
      @NotNull UUID customerId,
      @Nullable UUID productId,
      @NotNull @CurrencyCode String currency,
      @Nullable Instant at) {

    LineFacts line() {
      return new LineFacts(productId, customerId, Currency.getInstance(currency));
    }
  }

  /** A rule that was looked at, and what became of it. */
  record Rule(
      UUID commissionId,
      String name,
      @Nullable UUID partnerId,
      int priority,
      UUID versionId,
      int number,
      Instant effectiveFrom,
      @Nullable Instant effectiveTo,
      Verdict verdict) {

    private static Rule of(Considered considered, String name) {
      RuleCandidate rule = considered.candidate();
      return new Rule(
          rule.commissionId(),
          name,
          rule.partnerId(),
          rule.priority(),
          rule.versionId(),
          rule.number(),
          rule.effectiveFrom(),
          rule.effectiveTo(),
          considered.verdict());
    }
  }

  /**
   * The answer. Where the partner does not look after the customer he earns nothing, and {@code
   * choice} says what would decide if he did. Rules that fit come before those that do not, the
   * strongest first.
   */
  record View(Instant at, boolean looksAfterCustomer, ChoiceJson choice, List<Rule> considered) {

    static View of(RuleEnquiry enquiry) {
      return new View(
          enquiry.at(),
          enquiry.looksAfter(),
          ChoiceJson.of(enquiry.choice()),
          enquiry.considered().stream()
              .map(
                  one ->
                      Rule.of(
                          one, enquiry.names().getOrDefault(one.candidate().commissionId(), "")))
              .toList());
    }
  }
}
