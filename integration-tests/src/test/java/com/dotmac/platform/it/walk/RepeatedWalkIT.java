package com.dotmac.platform.it.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.openapi.Description;
import com.dotmac.platform.it.openapi.Description.Operation;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every operation that takes an {@code Idempotency-Key}, sent by fifty at once under one key. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatedWalkIT {
  private static final String REPLAYED = "Idempotency-Replayed";

  private final Description description = Description.committed();
  private final RunningPlatform platform;
  private final TableDigests tables;
  private final Home home;

  RepeatedWalkIT(TestDatabase database) throws SQLException {
    platform =
        RunningPlatform.on(
            database,
            MovableClock.at("2026-03-01T10:00:00Z"),
            RunningPlatform::doesNothingByItself);
    tables = new TableDigests(database);
    home = Home.ofThePlatform(ATenant.ofThePlatform(platform));
    // The first of a kind begins a series of numbers.
    description.operations().forEach(one -> home.furnish(one, Place.of(description, one)));
    Kind.FINALISED_INVOICE.madeIn(home, List.of());
  }

  @AfterAll
  void stop() throws SQLException {
    tables.close();
    platform.close();
  }

  @TestFactory
  Stream<DynamicTest> fifty_at_once_under_one_key_have_the_effect_of_one() {
    return description.operations().stream()
        .filter(operation -> takesKey(operation))
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.toString(),
                    () -> {
                      Map<String, Long> ofOne = rowsBy(operation, 1);
                      assertThat(ofOne).isNotEmpty();
                      assertThat(rowsBy(operation, 50)).isEqualTo(ofOne);
                    }));
  }

  /** The rows that a request under a key adds to each table, sent by so many at once. */
  private Map<String, Long> rowsBy(Operation operation, int many) throws SQLException {
    List<Place> places = Place.of(description, operation);
    Map<Place, String> names = home.newFor(operation, places);
    Call.ready(home, operation, names);
    String tag = Call.tag(home, operation, names);
    String name = "one of its own " + home.next();
    Call call = Call.of(operation, names).renamed(name.replace(' ', '-'));
    Map<String, Long> before = tables.counts();
    List<ApiAnswer> answers =
        AtOnce.times(
            many,
            place ->
                home.program(operation)
                    .with("Idempotency-Key", name.replace(' ', '-'))
                    .ifMatch(tag)
                    .send(call.verb(), call.path(), call.body()));
    List<ApiAnswer> done = answers.stream().filter(answer -> answer.status() < 300).toList();
    assertThat(done.stream().filter(answer -> answer.header(REPLAYED).isEmpty()))
        .as("%s", answers.get(0).body())
        .hasSize(1);
    // One with a secret differs from the rest, which have it no longer.
    assertThat(done.stream().map(RepeatedWalkIT::told)).containsOnly(told(done.get(0)));
    assertThat(answers)
        .filteredOn(answer -> answer.status() >= 300)
        .allSatisfy(
            answer -> {
              assertThat(answer.status() + " " + answer.code())
                  .isEqualTo("409 idempotency-key-in-use");
              assertThat(answer.header("Retry-After")).isEqualTo("1");
            });
    Map<String, Long> more = tables.counts();
    before.forEach((table, count) -> more.merge(table, -count, Long::sum));
    more.values().removeIf(count -> count == 0);
    return more;
  }

  private static String told(ApiAnswer answer) {
    return answer.json().has("id") ? answer.text("id") : answer.body();
  }

  private static boolean takesKey(Operation operation) {
    return operation.declared().path("parameters").toString().contains("Idempotency-Key");
  }
}
