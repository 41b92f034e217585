package com.dotmac.platform.app.schema;

import com.codahale.metrics.health.HealthCheck;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows on the admin port which version the schema has, which one this build needs, and what to do
 * if they differ.
 */
final class SchemaHealthCheck extends HealthCheck {

  private static final Duration FRESH = Duration.ofSeconds(5);

  private final SchemaWatch watch;

  /** A health check of the database that is watched. */
  SchemaHealthCheck(SchemaWatch watch) {
    this.watch = watch;
  }

  @Override
  protected Result check() {
    SchemaLook look = watch.latest(FRESH);
    SchemaReport report = look.report();
    ResultBuilder result = Result.builder();
    if (report.state().healthy()) {
      result.healthy().withMessage("%s", report.message());
    } else {
      result.unhealthy().withMessage("%s", report.message());
    }
    Drift drift = report.drift();
    return result
        .withDetail("state", report.state().word())
        .withDetail("databaseVersion", report.databaseVersion())
        .withDetail("requiredVersion", report.requiredVersion())
        .withDetail("pendingCount", report.pending().size())
        .withDetail("pending", report.pending())
        .withDetail("lastChange", look.changes().isEmpty() ? null : told(look.changes().get(0)))
        .withDetail("migratorsAtWork", report.migrators())
        .withDetail("driftJudged", drift != null)
        .withDetail("drift", drift == null ? List.of() : drift.harmful())
        .withDetail("toleratedDrift", drift == null ? List.of() : drift.tolerated())
        .withDetail("remedy", report.state().remedy())
        .withDetail("lookedAt", look.at().toString())
        .build();
  }

  private static Map<String, Object> told(RecordedChange change) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", change.id());
    if (change.at() != null) {
      told.put("at", change.at().toString());
    }
    if (change.who() != null) {
      told.put("by", change.who());
    }
    if (change.took() != null) {
      told.put("milliseconds", change.took().toMillis());
    }
    return told;
  }
}
