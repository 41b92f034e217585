package com.dotmac.platform.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PageTest {

  private static final UUID FIRST = Identifiers.next(Instant.parse("2026-01-01T00:00:00Z"));
  private static final UUID SECOND = Identifiers.next(Instant.parse("2026-01-01T00:00:01Z"));

  @Test
  void one_row_more_than_asked_for_tells_of_a_next_page_and_is_not_shown() {
    Page<UUID> page =
        Page.of(List.of(SECOND, FIRST), new PageRequest(1, null), Function.identity());
    assertThat(page.items()).containsExactly(SECOND);
    assertThat(page.next()).isEqualTo(SECOND);
  }

  @Test
  void a_page_that_is_just_full_is_the_last() {
    Page<UUID> page =
        Page.of(List.of(SECOND, FIRST), new PageRequest(2, null), Function.identity());
    assertThat(page.items()).containsExactly(SECOND, FIRST);
    assertThat(page.next()).isNull();
  }

  @Test
  void a_page_has_between_one_and_a_hundred_rows() {
    assertThatThrownBy(() -> new PageRequest(0, null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PageRequest(101, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new PageRequest(100, null).limit()).isEqualTo(100);
  }

  @Test
  void identifiers_sort_by_the_instant_that_they_were_drawn_for() {
    assertThat(FIRST.toString()).isLessThan(SECOND.toString());
    assertThat(FIRST.version()).isEqualTo(7);
  }

  @Test
  void a_text_that_is_searched_for_is_taken_literally() {
    assertThat(KeysetQuery.containing("50%_OFF!")).isEqualTo("%50!%!_off!!%");
    assertThat(KeysetQuery.containing("TITLE")).isEqualTo("%title%");
  }
}
