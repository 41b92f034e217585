package com.dotmac.platform.it.partners.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.billing.events.BillingEvent;
import com.dotmac.platform.domain.partners.commissions.ReplayedSum;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever happens to the money of customers, and however its facts are told: commissions are what
 * the tables of billing say that they are. The seed stands in the name of each test; {@code
 * -Dcommissions.seed=…} plays it again.
 */
@NeedsDatabase
class CommissionSequencesIT {
  private static final BigDecimal FIRST = new BigDecimal("0.1234");
  private static final BigDecimal SECOND = new BigDecimal("0.075");
  private static final int STEPS = 45;
  private static final int THREADS = 4;

  private final TestDatabase database;

  CommissionSequencesIT(TestDatabase database) {
    this.database = database;
  }

  private static LongStream seeds(int many) {
    long first = Long.getLong("commissions.seed", 20_261_128L);
    return LongStream.range(first, first + many);
  }

  /** Invariants 1, 2, 5, 7, 8, 20 and 22 to 26. */
  @TestFactory
  Stream<DynamicTest> after_each_step_every_minor_unit_is_where_it_should_be() {
    return Stream.of("JPY", "USD", "KWD", "CLF")
        .flatMap(
            currency ->
                seeds(3)
                    .mapToObj(
                        seed ->
                            DynamicTest.dynamicTest(
                                currency + " " + seed, () -> step(currency, seed))));
  }

  private void step(String currency, long seed) throws SQLException {
    try (CommissionDesk desk = new CommissionDesk(database)) {
      CommissionPlay play = new CommissionPlay(desk, currency, new Random(seed), FIRST, SECOND);
      List<String> steps = new ArrayList<>();
      for (int step = 0; step < STEPS; step++) {
        steps.add(play.step());
        desk.tell();
        assertThatAllIsRight(desk, play, steps.toString());
      }
      assertThat(CommissionSums.lines(database, desk.payments().tenantId()))
          .as(steps.toString())
          .isNotEmpty();
    }
  }

  /** Invariants 6 and 26: k times, in any order, from k threads. */
  @TestFactory
  Stream<DynamicTest> facts_may_be_told_late_mixed_up_again_and_by_several_at_once() {
    return seeds(4)
        .mapToObj(seed -> DynamicTest.dynamicTest("USD " + seed, () -> mixUp("USD", seed)));
  }

  private void mixUp(String currency, long seed)
      throws SQLException, InterruptedException, ExecutionException {
    try (CommissionDesk desk = new CommissionDesk(database)) {
      Random chance = new Random(seed);
      CommissionPlay play = new CommissionPlay(desk, currency, chance, FIRST, SECOND);
      for (int step = 0; step < 2 * STEPS; step++) {
        play.step();
      }
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      try {
        List<Future<?>> tellings = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
          List<BillingEvent> facts = new ArrayList<>(desk.facts());
          Collections.shuffle(facts, chance);
          int size = 1 + chance.nextInt(7);
          tellings.add(
              threads.submit(
                  () -> {
                    for (int from = 0; from < facts.size(); from += size) {
                      desk.take(facts.subList(from, Math.min(from + size, facts.size())));
                    }
                  }));
        }
        for (Future<?> telling : tellings) {
          telling.get();
        }
      } finally {
        threads.shutdownNow();
      }
      assertThatAllIsRight(desk, play, "seed " + seed);
      List<String> lines = CommissionSums.lines(database, desk.payments().tenantId());
      desk.take(desk.facts());
      assertThat(CommissionSums.lines(database, desk.payments().tenantId())).isEqualTo(lines);
    }
  }

  /** The path for volume gives the same, to the unit, as one fact at a time. */
  @TestFactory
  Stream<DynamicTest> all_facts_at_once_come_to_the_same_as_one_after_the_other() {
    return Stream.of("JPY", "KWD")
        .flatMap(
            currency ->
                seeds(3)
                    .mapToObj(
                        seed ->
                            DynamicTest.dynamicTest(
                                currency + " " + seed, () -> compare(currency, seed))));
  }

  private void compare(String currency, long seed) throws SQLException {
    try (CommissionDesk desk = new CommissionDesk(database)) {
      CommissionPlay play = new CommissionPlay(desk, currency, new Random(seed), FIRST, null);
      for (int step = 0; step < 2 * STEPS; step++) {
        play.step();
      }
      List<String> together = desk.linesIfToldTogether();
      assertThat(together).isNotEmpty();
      desk.tell();
      assertThat(CommissionSums.lines(database, desk.payments().tenantId())).isEqualTo(together);
    }
  }

  /**
   * A draft that fits nothing changes nothing: reckoned once more, a story comes to what was booked
   * for it, also for a part of it.
   */
  @TestFactory
  Stream<DynamicTest> a_story_that_is_replayed_comes_to_what_was_booked() {
    return Stream.of("JPY", "CLF")
        .flatMap(
            currency ->
                seeds(2)
                    .mapToObj(
                        seed ->
                            DynamicTest.dynamicTest(
                                currency + " " + seed, () -> replay(currency, seed))));
  }

  private void replay(String currency, long seed) {
    try (CommissionDesk desk = new CommissionDesk(database)) {
      CommissionPlay play = new CommissionPlay(desk, currency, new Random(seed), FIRST, SECOND);
      List<Instant> instants = new ArrayList<>();
      for (int step = 0; step < 2 * STEPS; step++) {
        play.step();
        desk.tell();
        instants.add(desk.payments().context().at());
      }
      List<Instant> cuts =
          List.of(
              Instant.EPOCH,
              instants.get(STEPS / 2),
              instants.get(STEPS),
              instants.get(2 * STEPS - 1).plusSeconds(1));
      boolean earned = false;
      for (UUID partner : play.partners()) {
        for (int from = 0; from < cuts.size(); from++) {
          for (int to = from + 1; to < cuts.size(); to++) {
            List<ReplayedSum> sums = desk.replayOfNothing(partner, cuts.get(from), cuts.get(to));
            assertThat(sums).allMatch(sum -> sum.tried() == sum.booked());
            earned |= sums.stream().anyMatch(sum -> sum.booked() > 0);
          }
        }
      }
      assertThat(earned).isTrue();
    }
  }

  private void assertThatAllIsRight(CommissionDesk desk, CommissionPlay play, String steps)
      throws SQLException {
    assertThat(CommissionSums.wrong(database, desk.payments().tenantId())).as(steps).isEmpty();
    for (UUID partner : play.partners()) {
      assertThat(desk.proof(partner)).as(steps).allMatch(proof -> proof.drift() == 0);
    }
  }
}
