package com.dotmac.platform.app.schema;

import com.codahale.metrics.health.HealthCheck;
import java.util.Locale;

/**
 * Shows on the admin port which version the schema has, which one this build needs, and what to do
 * if they differ.
 */
public final class SchemaHealthCheck extends HealthCheck {

  private final SchemaInspector inspector;

  /**
   * A health check of the database that the application works on.
   *
   * @param inspector looks at the database
   */
  public SchemaHealthCheck(SchemaInspector inspector) {
    this.inspector = inspector;
  }

  @Override
  protected Result check() {
    SchemaReport report = inspector.inspect();
    ResultBuilder result = Result.builder();
    if (report.state().fit()) {
      result.healthy().withMessage("%s", report.message());
    } else {
      result.unhealthy().withMessage("%s", report.message());
    }
    return result
        .withDetail("state", report.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .withDetail("databaseVersion", report.databaseVersion())
        .withDetail("requiredVersion", report.requiredVersion())
        .withDetail("pendingCount", report.pending().size())
        .withDetail("pending", report.pending())
        .build();
  }
}
