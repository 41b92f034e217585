package com.dotmac.platform.it.partners.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.app.partners.statements.StatementDoors;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.partners.commissions.Reconciliation;
import com.dotmac.platform.domain.partners.ledger.Balances;
import com.dotmac.platform.domain.partners.statements.PartnerStatement;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.it.billing.payments.PaymentDesk;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever happens to the money of customers over the months: the last statement says what the
 * reconciliation says, which knows the lines as well as the books. The seed stands in the name of
 * each test; {@code -Dcommissions.seed=…} plays it again.
 */
@NeedsDatabase
class StatementSequencesIT {
  private static final int STEPS = 60;

  private final TestDatabase database;

  StatementSequencesIT(TestDatabase database) {
    this.database = database;
  }

  /** I3 and I38. */
  @TestFactory
  Stream<DynamicTest> the_last_statement_is_the_reconciliation() {
    long first = Long.getLong("commissions.seed", 20_261_128L);
    return LongStream.range(first, first + 3)
        .mapToObj(seed -> DynamicTest.dynamicTest("USD " + seed, () -> play(seed)));
  }

  private void play(long seed) {
    try (CommissionDesk desk = new CommissionDesk(database)) {
      PaymentDesk money = desk.payments();
      AuditLog audit = new AuditLog(money.sessions());
      StatementDoors doors =
          StatementDoors.of(money.sessions(), new TenantService(money.sessions(), audit), audit);
      CommissionPlay play =
          new CommissionPlay(
              desk, "USD", new Random(seed), new BigDecimal("0.1234"), new BigDecimal("0.075"));
      for (int step = 0; step < STEPS; step++) {
        play.step();
        desk.tell();
        if (step % 10 == 0) {
          closeAll(money, doors);
        }
      }
      money.advance(Duration.ofDays(40));
      closeAll(money, doors);
      for (UUID partner : play.partners()) {
        assertThatTheyAgree(desk, doors, partner);
      }
    }
  }

  private static void closeAll(PaymentDesk money, StatementDoors doors) {
    boolean more = true;
    while (more) {
      more = money.in(() -> doors.statements().closeNext(money.context())).isPresent();
    }
  }

  private static void assertThatTheyAgree(CommissionDesk desk, StatementDoors doors, UUID partner) {
    PaymentDesk money = desk.payments();
    List<PartnerStatement> statements =
        money
            .in(
                () ->
                    doors
                        .statements()
                        .list(money.scope(), partner, null, new PageRequest(100, null)))
            .items();
    List<Reconciliation> proofs = desk.proof(partner);
    assertThat(statements.isEmpty()).isEqualTo(proofs.isEmpty());
    for (Reconciliation proof : proofs) {
      Balances lines = proof.lines();
      PartnerStatement last = statements.get(0);
      assertThat(proof.drift()).isZero();
      assertThat(last.closingBalance().minor())
          .isEqualTo(lines.held() + lines.payable() - lines.carried() + lines.inFlight());
      assertThat(last.held().minor()).isEqualTo(lines.held());
      assertThat(statements.get(statements.size() - 1).openingBalance().isZero()).isTrue();
    }
  }
}
