package com.dotmac.platform.it.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.idempotency.IdempotencyException;
import com.dotmac.platform.domain.idempotency.IdempotencyService;
import com.dotmac.platform.domain.idempotency.RequestKey;
import com.dotmac.platform.domain.idempotency.StoredAnswer;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.StatementCount;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class IdempotencyIT {
  private static final String REPLAYED = "Idempotency-Replayed";

  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final TestDatabase database;
  private final RunningPlatform platform;
  private ATenant tenant;
  private ApiClient api;

  IdempotencyIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database, clock, StatementCount::unwatched);
    tenant = ATenant.of(platform);
    api = tenant.api();
  }

  @BeforeEach
  void a_tenant_of_its_own() {
    tenant = ATenant.of(platform);
    api = tenant.api();
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void a_repeated_request_is_answered_like_the_first_and_done_once() {
    ApiAnswer first = under("k-1").post(APartner.PATH, body("Acme"));
    clock.advance(Duration.ofDays(29));
    ApiAnswer again = under("k-1").post(APartner.PATH, body("Acme"));
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header(REPLAYED)).isEmpty();
    assertThat(again.header(REPLAYED)).isEqualTo("true");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    for (String header : List.of("ETag", "Location", "Content-Type")) {
      assertThat(again.header(header)).as(header).isNotEmpty().isEqualTo(first.header(header));
    }
    assertThat(partners()).isEqualTo(1);
    // The answer is that of a request without a key.
    ApiAnswer plain = api.post(APartner.PATH, body("Other"));
    assertThat(plain.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(plain.json().fieldNames()).toIterable().containsExactlyElementsOf(fields(first));
  }

  private static List<String> fields(ApiAnswer answer) {
    return answer.json().properties().stream().map(Map.Entry::getKey).toList();
  }

  @Test
  void a_repeated_step_is_answered_though_the_resource_has_moved_on() {
    ApiAnswer partner = APartner.any().createdBy(api);
    String path = APartner.path(partner) + "/activate";
    ApiAnswer first = under("step").ifMatch(partner.etag()).post(path);
    ApiAnswer again = under("step").ifMatch(partner.etag()).post(path);
    assertThat(first.status()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void a_key_that_stands_for_another_request_is_refused() {
    ApiAnswer one = APartner.any().createdBy(api);
    ApiAnswer two = APartner.any().createdBy(api);
    under("k").post(APartner.PATH, body("Acme"));
    ApiAnswer otherBody = under("k").post(APartner.PATH, body("Bolt"));
    assertThat(otherBody.status() + " " + otherBody.code()).isEqualTo("422 idempotency-key-reused");
    assertThat(partners()).isEqualTo(3);
    under("s").ifMatch(one.etag()).post(APartner.path(one) + "/activate");
    ApiAnswer otherAddress = under("s").ifMatch(two.etag()).post(APartner.path(two) + "/activate");
    assertThat(otherAddress.code()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void a_key_is_that_of_one_tenant_one_credential_and_one_route() {
    under("k").post(APartner.PATH, body("Acme"));
    assertThat(under("k").post("/api/v1/customers", Map.of("name", "Nord")).status())
        .isEqualTo(201);
    ApiAnswer sameTenant = tenant.api().with("Idempotency-Key", "k").post(APartner.PATH, body("B"));
    assertThat(sameTenant.status()).isEqualTo(201);
    assertThat(sameTenant.header(REPLAYED)).isEmpty();
    ApiAnswer otherTenant =
        ATenant.of(platform).api().with("Idempotency-Key", "k").post(APartner.PATH, body("Acme"));
    assertThat(otherTenant.status()).isEqualTo(201);
    assertThat(otherTenant.header(REPLAYED)).isEmpty();
  }

  @Test
  void fifty_at_once_have_one_effect() {
    List<ApiAnswer> answers =
        AtOnce.times(50, place -> under("k").post(APartner.PATH, body("Acme")));
    assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
    assertThat(answers.stream().filter(answer -> answer.status() == 201).map(ApiAnswer::body))
        .isNotEmpty()
        .containsOnly(under("k").post(APartner.PATH, body("Acme")).body());
    assertThat(
            answers.stream()
                .filter(answer -> answer.status() == 201 && answer.header(REPLAYED).isEmpty()))
        .hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 409))
        .allSatisfy(
            answer -> {
              assertThat(answer.code()).isEqualTo("idempotency-key-in-use");
              assertThat(answer.header("Retry-After")).isEqualTo("1");
            });
    assertThat(partners()).isEqualTo(1);
  }

  @Test
  void a_request_in_flight_is_not_waited_for() throws SQLException {
    APartner.any().createdBy(api);
    CompletableFuture<ApiAnswer> first;
    try (Connection other = database.connectAsAdministrator();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "SELECT 1 FROM number_series WHERE tenant_id = '%s' FOR UPDATE".formatted(tenant.id()));
      first = CompletableFuture.supplyAsync(() -> under("k").post(APartner.PATH, body("Acme")));
      await().until(() -> rows("pg_locks WHERE locktype = 'advisory' AND granted") > 0);
      ApiAnswer second = under("k").post(APartner.PATH, body("Acme"));
      assertThat(second.status() + " " + second.code()).isEqualTo("409 idempotency-key-in-use");
      assertThat(second.header("Retry-After")).isEqualTo("1");
      other.rollback();
    }
    assertThat(first.join().status()).isEqualTo(201);
    assertThat(under("k").post(APartner.PATH, body("Acme")).body()).isEqualTo(first.join().body());
  }

  @Test
  void whoever_gets_a_key_when_it_is_let_go_of_finds_the_answer() {
    List<Integer> done =
        AtOnce.times(4, place -> IntStream.range(0, 300).map(i -> timesDone("race-" + i)).sum());
    assertThat(done.stream().mapToInt(Integer::intValue).sum()).isEqualTo(300);
  }

  /** Asks for a key until there is an answer, and says whether it was given here: 1 or 0. */
  private int timesDone(String key) {
    IdempotencyService answers =
        new IdempotencyService(new TenantSessions(platform.sessionFactory()));
    UnitsOfWork unitsOfWork = new UnitsOfWork(platform.sessionFactory());
    RequestKey request = new RequestKey("credential", "route", key, "0".repeat(64));
    AtomicBoolean begun = new AtomicBoolean();
    while (true) {
      try {
        return unitsOfWork.in(
            tenant.scope(),
            () -> {
              if (answers.begin(tenant.context(), request).isPresent()) {
                return 0;
              }
              begun.set(true);
              answers.complete(tenant.context(), request, new StoredAnswer(204, null, null, null));
              return 1;
            });
      } catch (IdempotencyException.InFlight e) {
        assertThat(begun).as("The work was begun though its answer was there").isFalse();
      }
    }
  }

  @Test
  void a_refusal_did_nothing_and_is_not_kept() {
    APartner.named("Acme").createdBy(api);
    assertThat(under("k").post(APartner.PATH, body("Acme")).code())
        .isEqualTo("partner-company-name-taken");
    assertThat(under("k").post(APartner.PATH, "{}").status()).isEqualTo(422);
    ApiAnswer mended = under("k").post(APartner.PATH, body("Bolt"));
    assertThat(mended.status()).isEqualTo(201);
    assertThat(mended.header(REPLAYED)).isEmpty();
  }

  @Test
  void a_failure_leaves_neither_effect_nor_answer() {
    database.administer("REVOKE INSERT ON idempotency_keys FROM dotmac_app");
    try {
      assertThat(under("k").post(APartner.PATH, body("Acme")).status()).isEqualTo(500);
      assertThat(partners()).isZero();
    } finally {
      database.administer("GRANT INSERT ON idempotency_keys TO dotmac_app");
    }
    ApiAnswer answer = under("k").post(APartner.PATH, body("Acme"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header(REPLAYED)).isEmpty();
    assertThat(answer.text("number")).isEqualTo("PTR-000001");
  }

  @Test
  void a_key_that_is_none_is_refused() {
    for (String key : List.of("", "a b", "x".repeat(256))) {
      ApiAnswer answer = under(key).post(APartner.PATH, body("Acme"));
      assertThat(answer.status() + " " + answer.code()).as(key).isEqualTo("400 invalid-parameter");
      assertThat(answer.faults()).containsExactly("Idempotency-Key");
    }
    assertThat(under("x".repeat(255)).post(APartner.PATH, body("Acme")).status()).isEqualTo(201);
    assertThat(partners()).isEqualTo(1);
  }

  @Test
  void after_thirty_days_a_key_is_new_and_expired_rows_go() throws SQLException {
    for (int i = 0; i < 4; i++) {
      under("old-" + i).post(APartner.PATH, body("Old " + i));
    }
    clock.advance(Duration.ofDays(30));
    ApiAnswer answer = under("old-0").post(APartner.PATH, body("New"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header(REPLAYED)).isEmpty();
    assertThat(under("old-0").post(APartner.PATH, body("New")).header(REPLAYED)).isEqualTo("true");
    under("next").post(APartner.PATH, body("Next"));
    assertThat(rows("idempotency_keys WHERE tenant_id = '%s'".formatted(tenant.id()))).isEqualTo(2);
  }

  @Test
  void a_key_costs_a_message_and_a_statement_and_an_answer_given_again_the_message()
      throws Exception {
    StatementCount count = StatementCount.of(platform.sessionFactory());
    api.post(APartner.PATH, body("Warm"));
    long without = count.during(() -> api.post(APartner.PATH, body("Without")));
    long with = count.during(() -> under("k").post(APartner.PATH, body("With")));
    long again = count.during(() -> under("k").post(APartner.PATH, body("With")));
    long toLetIn = count.during(() -> api.get("/api/v1/partners?limit=101"));
    // The look for the key goes past Hibernate, which counts.
    assertThat(with - without).isEqualTo(1);
    assertThat(again - toLetIn).isZero();
  }

  private ApiClient under(String key) {
    return api.with("Idempotency-Key", key);
  }

  private static String body(String companyName) {
    return "{\"companyName\": \"%s\", \"primaryEmail\": \"a@b.example\"}".formatted(companyName);
  }

  private int partners() {
    return api.get(APartner.PATH + "?limit=100").rows().size();
  }

  private int rows(String condition) throws SQLException {
    try (Connection connection = database.connectAsAdministrator();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM " + condition)) {
      result.next();
      return result.getInt(1);
    }
  }
}
