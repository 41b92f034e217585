package com.dotmac.platform.app.billing.events;

import com.dotmac.platform.app.jobs.Backlog;
import com.dotmac.platform.app.jobs.BacklogWatch;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.util.Collection;

/** What Prometheus is told of the telling: what waits in the database, what this instance did. */
final class TellingMetrics {

  private static final double MILLIS_PER_SECOND = 1000.0;

  private final Counter told;
  private final Counter failures;

  /**
   * Registers the figures.
   *
   * @param registry of one application
   * @param consumers names of those who are told
   * @param watch what waits
   * @param clock tells how long
   */
  TellingMetrics(
      PrometheusRegistry registry, Collection<String> consumers, BacklogWatch watch, Clock clock) {
    told =
        Counter.builder()
            .name("dotmac_billing_events_told_total")
            .help("Facts of billing that this instance told, by consumer")
            .labelNames("consumer")
            .register(registry);
    failures =
        Counter.builder()
            .name("dotmac_billing_event_failures_total")
            .help("Tellings of this instance that a consumer did not take in, by consumer")
            .labelNames("consumer")
            .register(registry);
    consumers.forEach(told::initLabelValues);
    consumers.forEach(failures::initLabelValues);
    GaugeWithCallback.builder()
        .name("dotmac_billing_tellings_waiting")
        .help("Transactions with facts of billing of all tenants that a consumer was not told yet")
        .callback(gauge -> gauge.call((double) watch.latest().size()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("dotmac_billing_tellings_oldest_wait_seconds")
        .help("Seconds that the oldest of them has waited")
        .callback(gauge -> gauge.call(seconds(watch.latest(), clock)))
        .register(registry);
  }

  private static double seconds(Backlog backlog, Clock clock) {
    return backlog.age(clock.instant()).toMillis() / MILLIS_PER_SECOND;
  }

  /** A consumer took facts in. */
  void told(String consumer, int many) {
    told.labelValues(consumer).inc(many);
  }

  /** A consumer did not take a fact in. */
  void failed(String consumer) {
    failures.labelValues(consumer).inc();
  }
}
