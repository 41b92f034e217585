package com.dotmac.platform.app.communications;

import com.dotmac.platform.app.jobs.BacklogWatch;
import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.communications.DeliveryService;
import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import javax.sql.DataSource;

/** Lets an instance send mail, and tells how that goes. */
public final class MailDelivery {

  /** Name of the health check. */
  static final String HEALTH = "mail";

  private MailDelivery() {}

  /**
   * Registers health and figures, and the worker if there is a mail server. Without one, messages
   * wait for an instance that has.
   *
   * @param environment where to register
   * @param settings the mail server
   * @param jobs where the worker gets its work
   * @param pool where connections come from
   * @param deliveries the door
   * @param unitsOfWork where its verbs run
   * @param clock tells the instant of an attempt
   * @param metrics what Prometheus is told
   */
  public static void register(
      Environment environment,
      MailSettings settings,
      Jobs jobs,
      DataSource pool,
      DeliveryService deliveries,
      UnitsOfWork unitsOfWork,
      Clock clock,
      PrometheusRegistry metrics) {
    BacklogWatch watch =
        new BacklogWatch(
            pool,
            MessageJob.KIND,
            environment.lifecycle().scheduledExecutorService("message-watch").threads(1).build());
    environment.lifecycle().manage(watch);
    DeliveryMetrics counts = new DeliveryMetrics(metrics, watch, clock);
    environment
        .healthChecks()
        .register(HEALTH, new MailHealthCheck(settings.isConfigured(), watch, clock));
    if (settings.isConfigured()) {
      MailServer server = new MailServer(settings, new MessageTexts(settings.getPublicUrl()));
      jobs.add(new MessageWorker(deliveries, unitsOfWork, server, counts, clock).task());
    }
  }
}
