package com.dotmac.platform.app.schema;

import com.dotmac.platform.app.PlatformConfiguration;
import com.dotmac.platform.domain.schema.RequiredCatalog;
import com.dotmac.platform.domain.schema.RequiredSchema;
import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;

/** Where a running application shows the state of its schema: health, readiness, page, metrics. */
public final class SchemaSurface {

  /** Name of the health check with all that is known. */
  static final String HEALTH = "schema";

  /** Name of the health check that decides whether the instance is given requests. */
  static final String READINESS = "schema-ready";

  private SchemaSurface() {}

  /**
   * Begins to watch when the server starts, and registers whoever shows what is found.
   *
   * @param configuration settings and the database
   * @param environment where to register
   * @param required the changes that the build needs
   * @param catalog what they make
   * @param clock tells when a look was
   * @param metrics what Prometheus is told
   */
  public static void register(
      PlatformConfiguration configuration,
      Environment environment,
      RequiredSchema required,
      RequiredCatalog catalog,
      Clock clock,
      PrometheusRegistry metrics) {
    SchemaSettings settings = configuration.getSchema();
    SchemaInspector inspector =
        new SchemaInspector(
            new SchemaJudgement(required, catalog),
            new SchemaConnections(configuration.getDatabase()),
            clock);
    SchemaWatch watch =
        new SchemaWatch(
            inspector,
            settings,
            environment.lifecycle().scheduledExecutorService("schema-watch").threads(1).build());
    environment.lifecycle().manage(watch);
    environment.healthChecks().register(HEALTH, new SchemaHealthCheck(watch));
    environment.healthChecks().register(READINESS, new SchemaReadiness(watch, settings));
    environment.admin().addServlet("schema", new SchemaPage(watch, settings)).addMapping("/schema");
    SchemaMetrics.register(metrics, watch, environment.metrics());
    environment
        .admin()
        .addServlet("prometheus", new PrometheusMetricsServlet(metrics))
        .addMapping("/metrics");
  }
}
