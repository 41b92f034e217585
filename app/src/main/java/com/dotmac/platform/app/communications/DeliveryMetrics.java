package com.dotmac.platform.app.communications;

import com.dotmac.platform.app.jobs.Backlog;
import com.dotmac.platform.app.jobs.BacklogWatch;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;

/** What Prometheus is told of mail: what waits in the database, what this instance did. */
final class DeliveryMetrics {

  private static final String SENT = "sent";
  private static final String DEFERRED = "deferred";
  private static final String FAILED = "failed";
  private static final double MILLIS_PER_SECOND = 1000.0;

  private final Counter attempts;

  /**
   * Registers the figures.
   *
   * @param registry of one application
   * @param watch what waits
   * @param clock tells how long
   */
  DeliveryMetrics(PrometheusRegistry registry, BacklogWatch watch, Clock clock) {
    attempts =
        Counter.builder()
            .name("dotmac_message_attempts_total")
            .help("Attempts of this instance to send a message, by what became of the message")
            .labelNames("outcome")
            .register(registry);
    attempts.initLabelValues(SENT);
    attempts.initLabelValues(DEFERRED);
    attempts.initLabelValues(FAILED);
    GaugeWithCallback.builder()
        .name("dotmac_messages_waiting")
        .help("Messages of all tenants that wait to be sent")
        .callback(gauge -> gauge.call((double) watch.latest().size()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("dotmac_messages_oldest_wait_seconds")
        .help("Seconds that the oldest of them has waited")
        .callback(gauge -> gauge.call(seconds(watch.latest(), clock)))
        .register(registry);
  }

  private static double seconds(Backlog backlog, Clock clock) {
    return backlog.age(clock.instant()).toMillis() / MILLIS_PER_SECOND;
  }

  /** A mail server took one. */
  void sent() {
    attempts.labelValues(SENT).inc();
  }

  /** One will be tried again. */
  void deferred() {
    attempts.labelValues(DEFERRED).inc();
  }

  /** One was given up. */
  void failed() {
    attempts.labelValues(FAILED).inc();
  }
}
