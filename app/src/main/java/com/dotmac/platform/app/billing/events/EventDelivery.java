package com.dotmac.platform.app.billing.events;

import com.dotmac.platform.app.jobs.BacklogWatch;
import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.billing.events.EventConsumer;
import com.dotmac.platform.domain.billing.events.EventTelling;
import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Lets an instance tell the facts of billing, and says how that goes. */
public final class EventDelivery {

  /** Name of the health check. */
  static final String HEALTH = "billing-events";

  private EventDelivery() {}

  /**
   * Registers health, figures and the worker.
   *
   * @param environment where to register
   * @param jobs where the worker gets its work
   * @param pool where connections come from
   * @param consumers whom to tell
   * @param telling the door
   * @param unitsOfWork where its verb runs
   * @param clock tells the instant
   * @param metrics what Prometheus is told
   */
  public static void register(
      Environment environment,
      Jobs jobs,
      DataSource pool,
      Collection<EventConsumer> consumers,
      EventTelling telling,
      UnitsOfWork unitsOfWork,
      Clock clock,
      PrometheusRegistry metrics) {
    BacklogWatch watch =
        new BacklogWatch(
            pool,
            TellingJob.KIND,
            environment.lifecycle().scheduledExecutorService("event-watch").threads(1).build());
    environment.lifecycle().manage(watch);
    environment.healthChecks().register(HEALTH, new TellingHealthCheck(watch, clock));
    List<String> names = consumers.stream().map(EventConsumer::name).toList();
    jobs.add(
        new TellingWorker(
                consumers,
                telling,
                unitsOfWork,
                new TellingMetrics(metrics, names, watch, clock),
                clock)
            .task());
  }
}
