package com.dotmac.platform.app.schema;

import com.codahale.metrics.MetricRegistry;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What Prometheus is told: a gauge per state of the schema, and beside it the figures that
 * Dropwizard counts. Asks no database: it tells what was found last, and how old that is.
 */
final class SchemaMetrics {

  private SchemaMetrics() {}

  /**
   * Registers the figures.
   *
   * @param registry of one application; never the one of the whole process, which outlives it
   * @param watch what was found last
   * @param dropwizard figures of the server, the pool and the JVM
   */
  static void register(PrometheusRegistry registry, SchemaWatch watch, MetricRegistry dropwizard) {
    registry.register(new DropwizardExports(dropwizard));
    GaugeWithCallback.builder()
        .name("dotmac_schema_state")
        .help("1 for the state that the schema was found in last, 0 for each other")
        .labelNames("state")
        .callback(
            gauge -> {
              SchemaState found = watch.latest().report().state();
              for (SchemaState state : SchemaState.values()) {
                gauge.call(state == found ? 1 : 0, state.word());
              }
            })
        .register(registry);
    gauge(
        registry,
        "dotmac_schema_pending_changes",
        "Changes that this build needs and the database has not seen",
        () -> watch.latest().report().pending().size());
    gauge(
        registry,
        "dotmac_schema_drift_objects",
        "Differences from what the changes make that can do harm",
        () -> harmful(watch.latest().report().drift()));
    gauge(
        registry,
        "dotmac_schema_look_age_seconds",
        "Seconds since the database was last asked",
        () -> SchemaWatch.age(watch.latest()).toMillis() / 1000.0);
  }

  private static int harmful(@Nullable Drift drift) {
    return drift == null ? 0 : drift.harmful().size();
  }

  private static void gauge(
      PrometheusRegistry registry, String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(gauge -> gauge.call(value.getAsDouble()))
        .register(registry);
  }
}
