package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts payments on the wire, and lets an instance ask providers. */
public final class PaymentsEndpoints {

  private static final Logger LOGGER = LoggerFactory.getLogger(PaymentsEndpoints.class);

  private PaymentsEndpoints() {}

  /**
   * Registers the resources.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param doors the doors to payments
   */
  public static void register(
      JerseyEnvironment jersey, DomainProblems problems, PaymentDoors doors) {
    PaymentsProblems.register(problems);
    jersey.register(new PaymentMethodResource(doors.methods()));
    jersey.register(new PaymentResource(doors.payments()));
    jersey.register(new PaymentBatchResource(doors.batches(), problems));
    jersey.register(new PaymentRefundResource(doors.refunds()));
    jersey.register(new PaymentDisputeResource(doors.disputes()));
    jersey.register(new PaymentNoticeResource(doors.notices()));
  }

  /**
   * Lets this instance ask providers, if there is any to be asked.
   *
   * @param jobs where the work comes from
   * @param doors the doors to payments
   * @param unitsOfWork where their verbs run
   * @param clock tells the instant
   */
  public static void work(Jobs jobs, PaymentDoors doors, UnitsOfWork unitsOfWork, Clock clock) {
    if (doors.providers().needWork()) {
      ProviderWorker worker =
          new ProviderWorker(doors.settlements(), doors.refundSettlements(), unitsOfWork, clock);
      jobs.add(worker.charges());
      jobs.add(worker.refundings());
    }
    if (doors.providers().find(ScriptedProvider.CODE).isPresent()) {
      LOGGER.warn("The scripted payment provider is on: it moves no money");
    }
  }
}
