package com.dotmac.platform.migrator.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.migrator.changelog.History.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final List<Change> LIST = List.of(change("0001"), change("0002"), change("0003"));

  @Test
  void without_history_everything_is_pending() {
    Standing standing = Standing.of(LIST, history());

    assertThat(standing.pending()).extracting(Change::id).containsExactly("0001", "0002", "0003");
    assertThat(standing.version()).isNull();
  }

  @Test
  void the_version_is_the_last_applied_change_in_the_order_of_the_list() {
    Standing standing = Standing.of(LIST, history(entry("0003", "same"), entry("0001", "same")));

    assertThat(standing.version()).isEqualTo("0003");
    assertThat(standing.pending()).extracting(Change::id).containsExactly("0002");
  }

  @Test
  void a_checksum_that_differs_makes_a_change_edited_and_a_cleared_one_does_not() {
    Standing standing = Standing.of(LIST, history(entry("0001", "other"), entry("0002", null)));

    assertThat(standing.edited()).extracting(Change::id).containsExactly("0001");
  }

  @Test
  void a_row_the_list_does_not_have_is_unknown() {
    assertThat(Standing.of(LIST, history(entry("0009", "same"))).unknown()).containsExactly("0009");
  }

  @Test
  void a_row_with_the_same_id_in_another_file_is_not_the_same_change() {
    Entry elsewhere = new Entry("0001", "dotmac", "elsewhere/0001.sql", "same", "", null);

    assertThat(Standing.of(LIST, new History(List.of(elsewhere), List.of())).unknown())
        .containsExactly("0001");
  }

  @Test
  void tables_are_strangers_only_where_there_is_no_history() {
    List<String> tables = List.of("orders");

    assertThat(Standing.of(LIST, new History(List.of(), tables)).strangers())
        .containsExactly("orders");
    assertThat(Standing.of(LIST, new History(List.of(entry("0001", "same")), tables)).strangers())
        .isEmpty();
  }

  private static Change change(String id) {
    return new Change(id, "dotmac", "db/changes/" + id + ".sql", "same"::equals);
  }

  private static Entry entry(String id, @Nullable String checksum) {
    return new Entry(id, "dotmac", "db/changes/" + id + ".sql", checksum, "", null);
  }

  private static History history(Entry... entries) {
    return new History(List.of(entries), List.of());
  }
}
