package com.dotmac.platform.app.schema;

import com.codahale.metrics.health.HealthCheck;

/**
 * Whether this instance is given requests, as far as the schema decides it. Asks no database: it
 * says what was found last.
 */
final class SchemaReadiness extends HealthCheck {

  private final SchemaWatch watch;
  private final SchemaSettings settings;

  /** The readiness that follows from a watch. */
  SchemaReadiness(SchemaWatch watch, SchemaSettings settings) {
    this.watch = watch;
    this.settings = settings;
  }

  @Override
  protected Result check() {
    SchemaReport report = watch.latest().report();
    return settings.ready(report.state())
        ? Result.healthy("%s", report.state().word())
        : Result.unhealthy("%s", report.message());
  }
}
