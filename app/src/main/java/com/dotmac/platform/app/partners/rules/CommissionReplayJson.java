package com.dotmac.platform.app.partners.rules;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.Problem;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.ProblemException;
import com.dotmac.platform.domain.partners.commissions.ReplayedSum;
import com.dotmac.platform.domain.partners.rules.DraftRule;
import com.dotmac.platform.domain.shared.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The question what a period would have come to with another rule, and its answer, on the wire. */
final class CommissionReplayJson {

  private CommissionReplayJson() {}

  /**
   * What is asked. The draft takes the place of the rule {@code commissionId} from the beginning of
   * the period, or comes beside all others for the partner alone; a priority that is left out is
   * that of the rule whose place it takes, else 1. The period ends before {@code to}.
   */
  record Question(
      @NotNull UUID partnerId,
      @Nullable UUID commissionId,
      @Nullable @Min(CommissionJson.LOWEST) @Max(CommissionJson.HIGHEST) Integer priority,
      @NotNull @Valid TermsJson.Wish terms,
      @NotNull Instant from,
      @NotNull Instant to) {

    DraftRule draft() {
      if (!from.isBefore(to)) {
        throw new ProblemException(
            ProblemCode.VALIDATION_FAILED,
            "The period is empty.",
            Problem.Fault.at("/to", "must be after from"));
      }
      return new DraftRule(commissionId, priority, terms.draft());
    }
  }

  /**
   * What the period came to in one currency: by how much the base of commission grew, what was
   * booked for it less what was taken back, and what that would have been.
   */
  record Total(MoneyJson base, MoneyJson booked, MoneyJson draft, MoneyJson difference) {

    private static Total of(ReplayedSum sum) {
      return new Total(
          money(sum.base(), sum),
          money(sum.booked(), sum),
          money(sum.tried(), sum),
          money(Math.subtractExact(sum.tried(), sum.booked()), sum));
    }

    private static MoneyJson money(long minor, ReplayedSum sum) {
      return MoneyJson.of(new Money(minor, sum.currency()));
    }
  }

  /**
   * The answer, by currency. An invoice of which money had come before the period keeps what was
   * decided then; what was written by hand counts on neither side.
   */
  record View(UUID partnerId, Instant from, Instant to, List<Total> totals) {

    static View of(Question question, List<ReplayedSum> sums) {
      return new View(
          question.partnerId(),
          question.from(),
          question.to(),
          sums.stream().map(Total::of).toList());
    }
  }
}
