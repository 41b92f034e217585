package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.PositiveMoney;
import com.dotmac.platform.app.http.Problem;
import com.dotmac.platform.domain.billing.payments.Payment;
import com.dotmac.platform.domain.billing.payments.PaymentBatchService;
import com.dotmac.platform.domain.billing.payments.PaymentDraft;
import com.dotmac.platform.domain.billing.payments.PaymentKind;
import com.dotmac.platform.domain.billing.payments.PaymentStatus;
import com.dotmac.platform.domain.shared.Outcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Many payments on the wire. */
final class PaymentBatchJson {

  private PaymentBatchJson() {}

  /**
   * Money that came.
   *
   * @param payments each pays as if those before it had been recorded already
   */
  record Take(
      @NotNull @Size(min = 1, max = PaymentBatchService.MOST) List<@NotNull @Valid Line> payments) {

    List<PaymentDraft> drafts() {
      return payments.stream().map(Line::draft).toList();
    }
  }

  /**
   * A payment, such as a line of a bank's file.
   *
   * @param customerId who paid
   * @param amount how much
   * @param kind by what means
   * @param receivedAt when the money came; left out: now
   * @param reference what the payer or the bank says of it
   * @param allocations invoices that it pays; an empty list: it is kept as credit; left out: the
   *     open invoices of the customer in this currency, those that are due first before the others
   */
  record Line(
      @NotNull UUID customerId,
      @NotNull @Valid @PositiveMoney MoneyJson amount,
      @NotNull PaymentKind kind,
      @Nullable Instant receivedAt,
      @Nullable @Size(min = 1, max = 255) String reference,
      @Nullable @Size(max = 100) List<PaymentJson.@NotNull @Valid Wanted> allocations) {

    private PaymentDraft draft() {
      return new PaymentDraft(
          customerId,
          amount.money(),
          kind,
          null,
          receivedAt,
          reference,
          PaymentJson.Wanted.all(allocations));
    }
  }

  /**
   * What became of each.
   *
   * @param taken how many were recorded
   * @param refused how many were not
   * @param results one for each that was sent, in the same order
   */
  record View(int taken, int refused, List<Result> results) {

    static View of(List<Outcome<Payment>> outcomes, DomainProblems problems) {
      List<Result> results =
          outcomes.stream().map(outcome -> Result.of(outcome, problems)).toList();
      int refused = (int) results.stream().filter(result -> result.problem() != null).count();
      return new View(results.size() - refused, refused, results);
    }
  }

  /**
   * What became of one payment: either a problem, or all the rest.
   *
   * @param allocated what of it pays invoices
   * @param available what is left of it, as credit of the customer
   * @param problem why it was not recorded, as if it had been sent alone
   */
  record Result(
      @Nullable UUID paymentId,
      @Nullable PaymentStatus status,
      @Nullable MoneyJson allocated,
      @Nullable MoneyJson available,
      @Nullable Problem problem) {

    private static Result of(Outcome<Payment> outcome, DomainProblems problems) {
      if (outcome instanceof Outcome.Done<Payment> done) {
        Payment payment = done.result();
        return new Result(
            payment.id(),
            payment.status(),
            MoneyJson.of(payment.amounts().allocated()),
            MoneyJson.of(payment.available()),
            null);
      }
      Problem problem = problems.problem(((Outcome.Refused<Payment>) outcome).refusal());
      return new Result(null, null, null, null, problem);
    }
  }
}
