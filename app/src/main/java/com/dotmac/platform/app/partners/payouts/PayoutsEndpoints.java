package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.domain.partners.payouts.BankAccountException;
import com.dotmac.platform.domain.partners.payouts.PayoutBatchException;
import com.dotmac.platform.domain.partners.payouts.PayoutException;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;

/** Puts payouts on the wire. */
public final class PayoutsEndpoints {

  private PayoutsEndpoints() {}

  /**
   * Registers the resources.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param doors the doors to payouts
   */
  public static void register(
      JerseyEnvironment jersey, DomainProblems problems, PayoutDoors doors) {
    register(problems);
    jersey.register(new PayoutBatchResource(doors.batches()));
    jersey.register(new PayoutFileResource(doors.transfers()));
    jersey.register(new PayoutResource(doors.payouts()));
    jersey.register(new PayeeAccountResource(doors.accounts()));
    jersey.register(new PayerAccountResource(doors.accounts()));
    jersey.register(new PortalPayoutResource(doors.payouts()));
    jersey.register(new PortalPayeeAccountResource(doors.accounts()));
  }

  private static void register(DomainProblems problems) {
    problems.add(
        PayoutBatchException.class,
        Map.of(
            PayoutBatchException.NotFound.class, ProblemCode.PAYOUT_BATCH_NOT_FOUND,
            PayoutBatchException.NothingToPay.class, ProblemCode.PAYOUT_BATCH_NOTHING_TO_PAY,
            PayoutBatchException.StepNotAllowed.class, ProblemCode.PAYOUT_BATCH_STEP_NOT_ALLOWED,
            PayoutBatchException.OwnBatch.class, ProblemCode.PAYOUT_BATCH_OWN,
            PayoutBatchException.ProviderNotSetUp.class, ProblemCode.PAYOUT_PROVIDER_NOT_SET_UP,
            PayoutBatchException.CutInTheFuture.class, ProblemCode.VALIDATION_FAILED,
            PayoutBatchException.NotHandedOver.class, ProblemCode.PAYOUT_BATCH_NOT_HANDED_OVER));
    problems.add(
        PayoutException.class,
        Map.of(
            PayoutException.NotFound.class, ProblemCode.PAYOUT_NOT_FOUND,
            PayoutException.StepNotAllowed.class, ProblemCode.PAYOUT_STEP_NOT_ALLOWED,
            PayoutException.ToldByProvider.class, ProblemCode.PAYOUT_TOLD_BY_PROVIDER,
            PayoutException.LinesGone.class, ProblemCode.PAYOUT_LINES_GONE,
            PayoutException.ReachedInTheFuture.class, ProblemCode.VALIDATION_FAILED,
            PayoutException.PartnerNotPayable.class, ProblemCode.PAYOUT_PARTNER_NOT_PAYABLE));
    problems.add(
        BankAccountException.class,
        Map.of(
            BankAccountException.NotFound.class, ProblemCode.BANK_ACCOUNT_NOT_FOUND,
            BankAccountException.Invalid.class, ProblemCode.VALIDATION_FAILED));
  }
}
