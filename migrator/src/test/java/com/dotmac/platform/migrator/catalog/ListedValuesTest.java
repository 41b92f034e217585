package com.dotmac.platform.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedValuesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CHECK (((tier)::text = ANY ((ARRAY['gold'::character varying, 'it''s'::character varying])::text[])))",
        "CHECK (((tier)::text = ANY (ARRAY[('gold'::character varying)::text, ('it''s'::character varying)::text])))",
        "CHECK ((tier = ANY (ARRAY['gold'::text, 'it''s'::text])))",
        "CHECK ((tier = ANY (ARRAY['gold'::bpchar, 'it''s'::bpchar])))"
      })
  void a_list_is_read_however_the_server_words_it(String definition) {
    assertThat(ListedValues.of(definition, "tier")).containsExactly("gold", "it's");
  }

  @Test
  void a_list_of_one_is_a_list() {
    assertThat(ListedValues.of("CHECK (((tier)::text = 'gold'::text))", "tier"))
        .containsExactly("gold");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CHECK (((tier)::text <> ''::text))",
        "CHECK ((lower((tier)::text) = ANY (ARRAY['gold'::text, 'silver'::text])))",
        "CHECK ((((tier)::text = 'gold'::text) OR (tier IS NULL)))",
        "CHECK ((NOT ((tier)::text = ANY (ARRAY['gold'::text]))))",
        "CHECK (((tier)::text = ANY (ARRAY['gold'::text, (other)::text])))"
      })
  void what_says_more_or_less_than_a_list_is_none(String definition) {
    assertThat(ListedValues.of(definition, "tier")).isEmpty();
  }
}
