package com.dotmac.platform.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {
  private static final String TYPED =
      "CHECK (((status)::text = ANY ((ARRAY['it''s, on]'::character varying, 'off'::character varying])::text[])))";
  private static final String RESTORED =
      "CHECK (((status)::text = ANY (ARRAY[('it''s, on]'::character varying)::text, ('off'::character varying)::text])))";

  @Test
  void a_list_reads_the_same_before_and_after_a_restore() {
    assertThat(Wording.settled(TYPED)).isEqualTo(RESTORED);
    assertThat(Wording.settled(RESTORED)).isEqualTo(RESTORED);
  }

  @Test
  void backslashes_and_dollars_are_kept() {
    assertThat(Wording.settled("(ARRAY[E'a\\\\b$1'::character varying])::text[]"))
        .isEqualTo("ARRAY[(E'a\\\\b$1'::character varying)::text]");
  }

  @Test
  void nothing_else_is_touched() {
    String text = "CHECK ((a = ANY (ARRAY[1, 2])) AND (b)::text <> '(ARRAY[x])::text[]')";
    assertThat(Wording.settled(text)).isEqualTo(text);
  }
}
