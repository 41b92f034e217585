package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.jobs.BacklogWatch;
import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets an instance have partners paid by providers, and says how that goes. */
public final class PayoutDelivery {

  /** Name of the health check. */
  static final String HEALTH = "payouts";

  private static final Logger LOGGER = LoggerFactory.getLogger(PayoutDelivery.class);

  private PayoutDelivery() {}

  /**
   * Registers health, figures, and the worker if there is a provider to be asked.
   *
   * @param environment where to register
   * @param jobs where the worker gets its work
   * @param pool where connections come from
   * @param doors the doors to payouts
   * @param unitsOfWork where their verbs run
   * @param clock tells the instant
   * @param metrics what Prometheus is told
   */
  public static void register(
      Environment environment,
      Jobs jobs,
      DataSource pool,
      PayoutDoors doors,
      UnitsOfWork unitsOfWork,
      Clock clock,
      PrometheusRegistry metrics) {
    BacklogWatch watch =
        new BacklogWatch(
            pool,
            PayoutJob.KIND,
            environment.lifecycle().scheduledExecutorService("payout-watch").threads(1).build());
    environment.lifecycle().manage(watch);
    environment.healthChecks().register(HEALTH, new PayoutHealthCheck(watch, clock));
    PayoutMetrics figures = new PayoutMetrics(metrics, watch, clock);
    if (doors.providers().needWork()) {
      jobs.add(new PayoutWorker(doors.settlements(), unitsOfWork, figures, clock).task());
    }
    if (doors.providers().find(ScriptedPayouts.CODE).isPresent()) {
      LOGGER.warn("The scripted payout provider is on: it moves no money");
    }
  }
}
