package com.dotmac.platform.it.partners.payouts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.domain.partners.payouts.Payout;
import com.dotmac.platform.domain.partners.payouts.PayoutBatch;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Whoever writes SQL leaves no payout behind that is not the sum of its lines. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayoutGuardsIT {
  private static final String SUM = "A payout has the lines that come to its amount";
  private static final String NO_RIGHT = "permission denied";

  private final PayoutDesk desk;
  private final UUID partner;
  private final PayoutBatch batch;
  private final Payout payout;

  PayoutGuardsIT(TestDatabase database) {
    desk = new PayoutDesk(database);
    partner = desk.partnerWith(400, -100);
    batch = desk.submitted(desk.batch());
    payout = desk.payout(batch, partner);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @TestFactory
  Stream<DynamicTest> a_payout_has_the_lines_that_come_to_its_amount() {
    UUID other = desk.partnerWith(50);
    return Stream.of(
        refused(
            SUM,
            "INSERT INTO partner_payouts (tenant_id, id, batch_id, partner_id, currency, amount, status, attempts,"
                + " created_at, updated_at, version) VALUES (current_tenant_id(), gen_random_uuid(), '"
                + batch.id()
                + "', '"
                + other
                + "', 'EUR', 50, 'pending', 0, now(), now(), 0)"),
        refused(
            SUM,
            "UPDATE partner_payouts SET status = 'failed', failure_code = 'closed', failure_reason = 'Closed'"
                + " WHERE id = '%s'".formatted(payout.id())),
        refused(
            SUM,
            "WITH freed AS (UPDATE partner_commission_events SET payout_id = NULL WHERE amount = -100"
                + " RETURNING payout_id) UPDATE partner_payouts SET version = version + 1 WHERE id = '%s'"
                    .formatted(payout.id())));
  }

  @TestFactory
  Stream<DynamicTest> what_a_payout_was_made_of_and_how_much_it_was_stays() {
    return Stream.of(
        refused(NO_RIGHT, "UPDATE partner_payouts SET amount = 1"),
        refused(NO_RIGHT, "UPDATE partner_payouts SET partner_id = gen_random_uuid()"),
        refused(NO_RIGHT, "DELETE FROM partner_payouts"),
        refused(NO_RIGHT, "UPDATE partner_payout_lines SET amount = 1"),
        refused(NO_RIGHT, "DELETE FROM partner_payout_lines"));
  }

  private DynamicTest refused(String by, String sql) {
    return DynamicTest.dynamicTest(
        sql, () -> assertThatThrownBy(() -> desk.change(sql)).hasStackTraceContaining(by));
  }
}
