package com.dotmac.platform.it.demo.data;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Things that happen, in the order of their instants; what happens may plan more. So numbers and
 * audit rows are in the order of time, as they would be in life.
 */
final class Timeline {
  private record Plan(Instant at, int order, Consumer<Instant> act) {}

  private final PriorityQueue<Plan> plans =
      new PriorityQueue<>(Comparator.comparing(Plan::at).thenComparing(Plan::order));
  private final Instant end;
  private int planned;

  /**
   * An empty one.
   *
   * @param end what is planned for this instant or later never happens
   */
  Timeline(Instant end) {
    this.end = end;
  }

  /** Plans an act; it is told its instant. */
  void at(Instant instant, Consumer<Instant> act) {
    if (instant.isBefore(end)) {
      plans.add(new Plan(instant, planned++, act));
    }
  }

  /**
   * Lets everything happen.
   *
   * @param afterEach is done after each act
   */
  void run(Runnable afterEach) {
    for (Plan plan = plans.poll(); plan != null; plan = plans.poll()) {
      plan.act().accept(plan.at());
      afterEach.run();
    }
  }
}
