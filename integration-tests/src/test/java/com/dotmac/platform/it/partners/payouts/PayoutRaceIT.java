package com.dotmac.platform.it.partners.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.HeldRow;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.Own;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.partners.CommissionLines;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * I28: however many batches are made at once, by however many threads of two instances, no line is
 * in two of them.
 */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayoutRaceIT {
  private static final String BATCHES = "/api/v1/payout-batches";
  private static final Currency EUR = Currency.getInstance("EUR");

  private final TestDatabase database;
  private final List<RunningPlatform> platforms;

  PayoutRaceIT(@Own TestDatabase database) {
    this.database = database;
    platforms = List.of(RunningPlatform.on(database), RunningPlatform.on(database));
  }

  @AfterAll
  void stop() {
    platforms.forEach(RunningPlatform::close);
  }

  @Test
  void of_batches_at_once_one_takes_everything_and_the_others_find_nothing() throws SQLException {
    Team team = new Team();
    List<UUID> partners = IntStream.range(0, 5).mapToObj(one -> team.partner()).toList();
    partners.forEach(
        partner -> {
          team.line(partner, 100);
          team.line(partner, -30);
        });
    List<ApiAnswer> answers = AtOnce.times(16, team::batch);

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .extracting(ApiAnswer::code)
        .containsOnly("payout-batch-nothing-to-pay");
    assertThat(numbers(team, "SELECT count(*), sum(amount) FROM partner_payouts"))
        .containsExactly(5, 350);
    assertThat(numbers(team, "SELECT count(*), sum(amount) FROM partner_payout_lines"))
        .containsExactly(10, 350);
  }

  @Test
  void while_lines_arrive_each_is_in_one_batch_at_the_most_and_none_is_lost() throws SQLException {
    Team team = new Team();
    List<UUID> partners = IntStream.range(0, 3).mapToObj(one -> team.partner()).toList();
    AtOnce.times(
        12,
        place -> {
          if (place % 3 == 0) {
            for (int line = 0; line < 10; line++) {
              team.line(partners.get(line % partners.size()), 10 + line);
            }
          } else {
            for (int batch = 0; batch < 4; batch++) {
              ApiAnswer answer = team.batch(place);
              assertThat(answer.status()).as(answer.body()).isIn(201, 409);
            }
          }
          return place;
        });
    team.batch(0);

    long expected = 4L * IntStream.range(0, 10).map(line -> 10 + line).sum();
    assertThat(numbers(team, "SELECT count(*), sum(amount) FROM partner_payout_lines"))
        .containsExactly(40, expected);
    assertThat(
            numbers(
                team, "SELECT count(DISTINCT commission_event_id), 0 FROM partner_payout_lines"))
        .containsExactly(40, 0);
    assertThat(numbers(team, "SELECT 0, sum(amount) FROM partner_payouts"))
        .containsExactly(0, expected);
  }

  @Test
  void a_line_that_is_approved_while_a_batch_is_made_is_left_for_the_next() throws Exception {
    Team team = new Team();
    UUID partner = team.partner();
    team.line(partner, 100);
    team.batch(0);
    team.line(partner, 70);
    // Approved before the batch is asked for, and committed after it has looked.
    CallContext before = team.tenant.context();
    CompletableFuture<ApiAnswer> batch;
    // A batch draws its number after it has added up what it will take.
    try (HeldRow number = HeldRow.ofNumbers(database, team.tenant.id())) {
      batch = CompletableFuture.supplyAsync(() -> team.batch(0));
      number.awaitWaiter();
      team.line(before, partner, 5);
    }

    ApiAnswer made = batch.get(1, TimeUnit.MINUTES);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(numbers(team, "SELECT min(amount), max(amount) FROM partner_payouts"))
        .containsExactly(70, 100);
    assertThat(team.batch(0).status()).isEqualTo(201);
    assertThat(numbers(team, "SELECT count(*), sum(amount) FROM partner_payout_lines"))
        .containsExactly(3, 175);
  }

  @Test
  void a_line_that_somebody_blocks_while_a_batch_is_made_is_either_blocked_or_paid()
      throws Exception {
    Team team = new Team();
    UUID partner = team.partner();
    team.line(partner, 100);
    team.batch(0);
    UUID line = team.line(partner, 70);
    String path = "/api/v1/commission-events/" + line;
    String etag = team.api(1).get(path).etag();
    CompletableFuture<ApiAnswer> batch;
    CompletableFuture<ApiAnswer> block;
    try (HeldRow number = HeldRow.ofNumbers(database, team.tenant.id())) {
      batch = CompletableFuture.supplyAsync(() -> team.batch(0));
      number.awaitWaiter();
      block =
          CompletableFuture.supplyAsync(
              () -> team.api(1).ifMatch(etag).post(path + "/block", Map.of("reason", "Odd")));
      await().until(() -> block.isDone() || number.waiters() > 1);
    }

    assertThat(batch.get(1, TimeUnit.MINUTES).status()).isEqualTo(201);
    ApiAnswer blocked = block.get(1, TimeUnit.MINUTES);
    assertThat(blocked.status() + " " + blocked.code()).isEqualTo("412 version-conflict");
    assertThat(team.api(0).get(path).json().path("blockedAt").isNull()).isTrue();
  }

  @Test
  void of_many_who_say_what_became_of_a_payout_one_is_heard() {
    Team team = new Team();
    team.line(team.partner(), 100);
    ApiAnswer batch = team.batch(0);
    String path = BATCHES + "/" + batch.id();
    ApiAnswer approved = team.api(0).ifMatch(batch.etag()).post(path + "/approve");
    team.api(0).once().ifMatch(approved.etag()).post(path + "/submit");
    String payout =
        "/api/v1/payouts/"
            + team.api(0)
                .get("/api/v1/payouts?batchId=" + batch.id())
                .json()
                .at("/data/0/id")
                .asText();
    String etag = team.api(0).get(payout).etag();
    List<ApiAnswer> answers =
        AtOnce.times(
            12,
            place ->
                place % 2 == 0
                    ? team.api(place)
                        .once()
                        .ifMatch(etag)
                        .post(payout + "/complete", Map.of("reference", "bank-" + place))
                    : team.api(place)
                        .once()
                        .ifMatch(etag)
                        .post(payout + "/fail", Map.of("reason", "closed")));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .extracting(ApiAnswer::code)
        .containsOnly("version-conflict");
  }

  private long[] numbers(Team team, String sql) throws SQLException {
    try (Connection app = database.connectAsApp(team.tenant.id());
        Statement statement = app.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return new long[] {row.getLong(1), row.getLong(2)};
    }
  }

  /** A tenant whose people are at both instances. */
  private final class Team {
    private final ATenant tenant = ATenant.of(platforms.get(0));
    private final List<ApiClient> apis =
        List.of(tenant.api(), ATenant.of(platforms.get(1), tenant.id()).api());
    private final UnitsOfWork unitsOfWork = new UnitsOfWork(platforms.get(0).sessionFactory());
    private final CommissionLines lines =
        new CommissionLines(new TenantSessions(platforms.get(0).sessionFactory()));

    ApiClient api(int place) {
      return apis.get(place % apis.size());
    }

    UUID partner() {
      ApiAnswer partner = APartner.any().createdBy(api(0), "active");
      ApiAnswer account =
          api(0)
              .post(
                  APartner.path(partner) + "/payee-accounts",
                  Map.of("holder", "Ada", "iban", "DE89370400440532013000"));
      assertThat(account.status()).as(account.body()).isEqualTo(201);
      return partner.id();
    }

    UUID line(UUID partner, long amount) {
      return line(tenant.context(), partner, amount);
    }

    UUID line(CallContext at, UUID partner, long amount) {
      return unitsOfWork.in(tenant.scope(), () -> lines.approved(at, partner, EUR, amount));
    }

    ApiAnswer batch(int place) {
      return api(place).once().post(BATCHES, Map.of("currency", "EUR"));
    }
  }
}
