package com.dotmac.platform.it.harness;

import java.util.concurrent.Callable;
import org.hibernate.SessionFactory;

/**
 * Counts the SQL statements that Hibernate prepares, so that a test can state how many round trips
 * an act costs. Counts the whole factory: whatever else uses it at the time is counted too.
 */
public final class StatementCount {
  private final SessionFactory factory;

  private StatementCount(SessionFactory factory) {
    this.factory = factory;
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
