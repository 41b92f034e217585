package com.dotmac.platform.it.billing.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.SQLException;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Whatever is done with payments, in whatever order: after each step every invoice owes its total
 * less what was paid plus what was taken back less what was credited, and every payment is where
 * its parts are. The seed stands in the name of each test; {@code -Dpayments.seed=…} plays it
 * again.
 */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentSequencesIT {
  private static final int SEQUENCES = 6;
  private static final int STEPS = 40;

  private final TestDatabase database;
  private final PaymentDesk desk;

  PaymentSequencesIT(TestDatabase database) {
    this.database = database;
    desk = new PaymentDesk(database);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @TestFactory
  Stream<DynamicTest> after_each_step_every_minor_unit_is_where_it_should_be() {
    long seed = Long.getLong("payments.seed", 20_260_301L);
    return Stream.of("JPY", "USD", "KWD", "CLF")
        .flatMap(
            currency ->
                Stream.iterate(seed, next -> next + 1)
                    .limit(SEQUENCES)
                    .map(
                        one ->
                            DynamicTest.dynamicTest(
                                currency + " " + one, () -> play(currency, one))));
  }

  private void play(String currency, long seed) throws SQLException {
    PaymentPlay play = new PaymentPlay(desk, currency, new Random(seed));
    for (int step = 0; step < STEPS; step++) {
      String what = play.step();
      assertThat(PaymentSums.wrong(database, desk.tenantId())).as(what).isEmpty();
      assertThat(play.moneyInBooks()).as(what).isEqualTo(play.moneyThatCame());
    }
    // A sequence of nothing but refusals would prove nothing.
    assertThat(play.done()).isGreaterThan(STEPS / 3);
  }
}
