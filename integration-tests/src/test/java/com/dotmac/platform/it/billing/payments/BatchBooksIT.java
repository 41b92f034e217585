package com.dotmac.platform.it.billing.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What is done to many at once is to the unit, and to the row, what is done one by one. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchBooksIT {
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_231L);
  private static final int STORIES = 3;

  private final TestDatabase database;

  BatchBooksIT(TestDatabase database) {
    this.database = database;
  }

  @TestFactory
  Stream<DynamicTest> the_same_story_leaves_the_same_books_both_ways() {
    return LongStream.range(0, STORIES)
        .map(story -> SEED + story)
        .mapToObj(seed -> DynamicTest.dynamicTest("-Dfuzz.seed=" + seed, () -> compare(seed)));
  }

  private void compare(long seed) throws SQLException {
    // There it is the next day already, and the next year.
    try (PaymentDesk alone = desk();
        PaymentDesk together = desk()) {
      List<String> expected = new BatchStory(alone, BatchWay.ONE_BY_ONE, seed).played();
      List<String> outcomes = new BatchStory(together, BatchWay.TOGETHER, seed).played();
      assertThat(outcomes).isEqualTo(expected);
      assertThat(expected.stream().filter("done"::equals).count()).isBetween(60L, 130L);
      List<String> books = BooksOf.tenant(database, together.tenantId());
      assertThat(books)
          .anySatisfy(row -> assertThat(row).contains("INV-2027-000040"))
          .anySatisfy(row -> assertThat(row).contains("\"partially_paid\""))
          .anySatisfy(row -> assertThat(row).contains("invoice.paid"));
      assertThat(books).containsExactlyElementsOf(BooksOf.tenant(database, alone.tenantId()));
    }
  }

  private PaymentDesk desk() {
    return new PaymentDesk(database, "Pacific/Auckland", "2026-12-31T12:30:00Z");
  }
}
