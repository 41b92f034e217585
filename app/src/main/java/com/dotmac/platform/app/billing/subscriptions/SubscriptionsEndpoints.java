package com.dotmac.platform.app.billing.subscriptions;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.billing.subscriptions.RenewalService;
import com.dotmac.platform.domain.billing.subscriptions.SubscriptionException;
import com.dotmac.platform.domain.billing.subscriptions.SubscriptionService;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Clock;
import java.util.Map;

/** Puts subscriptions on the wire, and lets an instance end their periods. */
public final class SubscriptionsEndpoints {

  private SubscriptionsEndpoints() {}

  /**
   * Registers the feature.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param subscriptions the door to subscriptions
   */
  public static void register(
      JerseyEnvironment jersey, DomainProblems problems, SubscriptionService subscriptions) {
    problems.add(
        SubscriptionException.class,
        Map.of(
            SubscriptionException.NotFound.class, ProblemCode.SUBSCRIPTION_NOT_FOUND,
            SubscriptionException.StepNotAllowed.class, ProblemCode.SUBSCRIPTION_STEP_NOT_ALLOWED,
            SubscriptionException.PlanNotChangeable.class,
                ProblemCode.SUBSCRIPTION_PLAN_NOT_CHANGEABLE,
            SubscriptionException.OtherCurrency.class, ProblemCode.SUBSCRIPTION_OTHER_CURRENCY,
            SubscriptionException.PeriodOver.class, ProblemCode.SUBSCRIPTION_PERIOD_OVER,
            SubscriptionException.NothingToGiveBack.class,
                ProblemCode.SUBSCRIPTION_NOTHING_TO_GIVE_BACK));
    jersey.register(new SubscriptionResource(subscriptions));
  }

  /**
   * Lets this instance do what is to be done when periods end.
   *
   * @param jobs where the worker gets its work
   * @param renewals the door
   * @param unitsOfWork where its verbs run
   * @param clock tells the instant
   */
  public static void work(
      Jobs jobs, RenewalService renewals, UnitsOfWork unitsOfWork, Clock clock) {
    jobs.add(new RenewalWorker(renewals, unitsOfWork, clock).task());
  }
}
