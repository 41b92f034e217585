package com.dotmac.platform.it.schema;

import com.dotmac.platform.app.PlatformConfiguration;
import io.dropwizard.health.DefaultHealthFactory;
import io.dropwizard.health.Schedule;
import io.dropwizard.util.Duration;

/** An application that looks often, so that a test need not wait for the minute. */
final class Watchful {
  private static final Duration OFTEN = Duration.milliseconds(100);

  private Watchful() {}

  /** Changes the packaged settings in their times only. */
  static void settings(PlatformConfiguration configuration) {
    configuration.getSchema().setCheckEvery(OFTEN);
    DefaultHealthFactory health =
        configuration
            .getHealthFactory()
            .map(DefaultHealthFactory.class::cast)
            .orElseThrow(() -> new IllegalStateException("app.yml has no section health"));
    health
        .getHealthCheckConfigurations()
        .forEach(
            check -> {
              Schedule schedule = check.getSchedule();
              schedule.setInitialDelay(OFTEN);
              schedule.setCheckInterval(OFTEN);
              schedule.setDowntimeInterval(OFTEN);
            });
  }
}
