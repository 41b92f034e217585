package com.dotmac.platform.it.partners;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.StatementCount;
import com.dotmac.platform.it.harness.TestDatabase;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How many statements requests cost, on a platform of its own that nobody else asks meanwhile. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class PartnerCostIT {
  /** The row of the key with that of its tenant: each request asks anew. */
  private static final int TO_LET_IN = 1;

  private final RunningPlatform platform;
  private final ApiClient api;
  private final StatementCount count;

  PartnerCostIT(TestDatabase database) {
    // The use of a key is written down every five minutes, one statement more: here the first
    // request does it, and no time passes after that, however slow the machine is.
    platform =
        RunningPlatform.on(
            database, MovableClock.at("2026-03-01T10:00:00Z"), StatementCount::unwatched);
    api = ATenant.of(platform).api();
    api.get(APartner.PATH);
    count = StatementCount.of(platform.sessionFactory());
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void reading_a_partner_costs_one_statement() throws Exception {
    ApiAnswer partner = APartner.any().createdBy(api);
    assertThat(cost(() -> api.get(APartner.path(partner)))).isEqualTo(1);
    assertThat(cost(() -> api.get(APartner.PATH + "/by-number/" + partner.text("number"))))
        .isEqualTo(1);
  }

  @Test
  void a_request_without_a_key_costs_none() throws Exception {
    ApiClient nobody = ApiClient.of(platform);
    assertThat(count.during(() -> nobody.get(APartner.PATH))).isZero();
  }

  @Test
  void creating_a_partner_costs_the_number_the_row_and_the_audit() throws Exception {
    assertThat(cost(() -> APartner.any().createdBy(api))).isEqualTo(3);
  }

  @Test
  void a_key_of_idempotency_costs_the_answer_that_is_kept() throws Exception {
    ApiClient under = api.with("Idempotency-Key", "a-key-of-a-cost");
    // And one message to look for it, which goes past Hibernate.
    assertThat(cost(() -> APartner.any().createdBy(under))).isEqualTo(3 + 1);
  }

  @Test
  void a_list_costs_one_statement_however_many_rows_it_has() throws Exception {
    ApiAnswer partner = APartner.any().with("metadata", Map.of("a", "1")).createdBy(api, "active");
    for (int i = 0; i < 9; i++) {
      APartner.any().with("metadata", Map.of("a", "1")).createdBy(api);
      ACustomer.given(api, ACustomer.any().createdBy(api), partner);
    }
    assertThat(cost(() -> api.get(APartner.PATH + "?limit=100"))).isEqualTo(1);
    // One more asks whether the partner is there.
    assertThat(cost(() -> api.get(APartner.path(partner) + "/accounts?limit=100"))).isEqualTo(2);
  }

  private long cost(Callable<?> request) throws Exception {
    return count.during(request) - TO_LET_IN;
  }
}
