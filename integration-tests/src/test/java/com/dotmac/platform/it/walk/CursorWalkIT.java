package com.dotmac.platform.it.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.MovableClock;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.openapi.Description;
import com.dotmac.platform.it.openapi.Description.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What {@code docs/api.md} promises of pages, for every list that there is. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CursorWalkIT {
  private static final int ROWS = 7;

  /** Lists that do not grow row by row, each with the reason. */
  private static final Map<String, String> FIXED =
      Map.of(
          "/api/v1/payouts/{id}/lines", "a payout is made with all its lines",
          "/api/v1/partner-statements/{id}/lines", "nothing is entered for a month that was closed",
          "/api/v1/portal/statements/{id}/lines", "nothing is entered for a month that was closed",
          "/api/v1/portal/payouts/{id}/lines", "a payout is made with all its lines",
          "/api/v1/partners/{partnerId}/ledger-entries", "entries come two at a time");

  private final Description description = Description.committed();
  private final MovableClock clock = MovableClock.at("2026-03-01T10:00:00Z");
  private final RunningPlatform platform;

  CursorWalkIT(TestDatabase database) {
    platform = RunningPlatform.on(database, clock);
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @TestFactory
  Stream<DynamicTest> pages_together_are_the_list_though_rows_arrive_all_the_while() {
    return each(
        list -> {
          List<String> whole = list.whole();
          AtomicBoolean walked = new AtomicBoolean();
          CompletableFuture<Void> arriving =
              CompletableFuture.runAsync(
                  () -> {
                    do {
                      list.grow();
                    } while (!walked.get());
                  });
          List<String> pages = list.page(Optional.empty());
          while (list.next.isPresent()) {
            pages.addAll(list.page(list.next));
          }
          walked.set(true);
          arriving.join();
          // What arrived before the first page was read is ahead of the rest.
          assertThat(pages.subList(pages.indexOf(whole.get(0)), pages.size())).isEqualTo(whole);
          assertThat(pages).doesNotHaveDuplicates();
          assertThat(list.whole()).endsWith(whole.toArray(new String[0]));
        });
  }

  /**
   * A row gets its place when its request comes, and is seen when that commits. Facts are listed in
   * the order of the commits: among them none is late.
   */
  @TestFactory
  Stream<DynamicTest> a_row_that_is_late_is_in_its_place_and_in_pages_that_come_after_it() {
    return each(
        operation -> !operation.template().equals("/api/v1/billing-events"),
        list -> {
          List<String> whole = list.whole();
          Instant now = clock.instant();
          List<String> pages = list.page(Optional.empty());
          assertThat(list.next).isPresent();
          clock.moveTo(now.plusSeconds(20));
          list.grow();
          // Ahead of the pages that are still to come: these do not go back for it.
          clock.moveTo(now.minusMillis(500));
          list.grow();
          // Behind them: they come to it.
          clock.moveTo(now.minus(Duration.ofDays(1)));
          list.grow();
          clock.moveTo(now.plusSeconds(21));
          while (list.next.isPresent()) {
            pages.addAll(list.page(list.next));
          }
          List<String> after = list.whole();
          List<String> behind =
              after.subList(after.indexOf(whole.get(whole.size() - 1)) + 1, after.size());
          assertThat(behind).hasSize(1);
          List<String> expected = new ArrayList<>(whole);
          expected.addAll(behind);
          assertThat(pages).isEqualTo(expected);
          List<String> rest = new ArrayList<>(after);
          rest.removeAll(pages);
          assertThat(rest).hasSize(2);
          assertThat(after.indexOf(rest.get(1))).isEqualTo(after.indexOf(whole.get(0)) - 1);
        });
  }

  private Stream<DynamicTest> each(Consumer<Listed> rule) {
    return each(operation -> true, rule);
  }

  private Stream<DynamicTest> each(Predicate<Operation> which, Consumer<Listed> rule) {
    return description.operations().stream()
        .filter(operation -> Lists.isList(description, operation))
        .filter(operation -> !FIXED.containsKey(operation.template()))
        .filter(which)
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.toString(), () -> rule.accept(new Listed(operation))));
  }

  /** A list of a tenant of its own, with rows in it, some of them of one millisecond. */
  private final class Listed {
    private final Home home;
    private final Kind row;
    private final List<String> above;
    private final String address;
    private final Operation operation;
    private Optional<String> next = Optional.empty();

    private Listed(Operation operation) {
      this.operation = operation;
      home =
          operation.permission().startsWith("tenants:")
              ? Home.ofThePlatform(ATenant.ofThePlatform(platform))
              : Home.of(ATenant.of(platform));
      row = Kind.rowOf(operation.template());
      var names = home.keptFor(operation, Place.of(description, operation));
      above = List.copyOf(names.values());
      // Whoever lists his sessions has begun one before all of these rows.
      home.caller(operation);
      address = Call.of(operation, names).path();
      for (int made = 0; made < ROWS; made++) {
        grow();
        if (made % 3 == 0 || made >= ROWS - 2) {
          clock.advance(Duration.ofSeconds(1));
        }
      }
    }

    private void grow() {
      row.madeIn(home, above);
    }

    private List<String> page(Optional<String> cursor) {
      ApiAnswer page =
          home.caller(operation)
              .get(address + "?limit=2" + cursor.map("&cursor="::concat).orElse(""));
      assertThat(page.status()).isEqualTo(200);
      next = page.nextCursor();
      return new ArrayList<>(page.column("id"));
    }

    private List<String> whole() {
      List<String> all = new ArrayList<>();
      Optional<String> cursor = Optional.empty();
      do {
        ApiAnswer page =
            home.caller(operation)
                .get(address + "?limit=100" + cursor.map("&cursor="::concat).orElse(""));
        all.addAll(page.column("id"));
        cursor = page.nextCursor();
      } while (cursor.isPresent());
      return all;
    }
  }
}
