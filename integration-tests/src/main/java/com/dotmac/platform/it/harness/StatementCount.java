package com.dotmac.platform.it.harness;

import com.dotmac.platform.app.PlatformConfiguration;
import io.dropwizard.health.DefaultHealthFactory;
import java.util.List;
import java.util.concurrent.Callable;
import org.hibernate.SessionFactory;

/**
 * Counts the SQL statements that Hibernate prepares, so that a test can state how many round trips
 * an act costs. Counts the whole factory: whatever else uses it at the time is counted too, also
 * the health check of a running platform, so start one that is asked by nobody: {@link #unwatched}.
 */
public final class StatementCount {
  private final SessionFactory factory;

  private StatementCount(SessionFactory factory) {
    this.factory = factory;
  }

  /**
   * Settings of a platform that asks its database nothing by itself: the health check of the
   * database goes through Hibernate every few seconds, and would be counted as one of a request.
   */
  public static void unwatched(PlatformConfiguration settings) {
    if (settings.getHealthFactory().orElse(null) instanceof DefaultHealthFactory health) {
      health.setHealthCheckConfigurations(List.of());
    }
  }

  /** A counter of this factory, which from now on keeps statistics. */
  public static StatementCount of(SessionFactory factory) {
    factory.getStatistics().setStatisticsEnabled(true);
    return new StatementCount(factory);
  }

  /** Statements prepared while the act ran. */
  public long during(Callable<?> act) throws Exception {
    long before = prepared();
    act.call();
    return prepared() - before;
  }

  /** Statements prepared since counting began. */
  public long prepared() {
    return factory.getStatistics().getPrepareStatementCount();
  }
}
