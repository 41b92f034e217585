package com.dotmac.platform.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.domain.shared.Identifiers;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

  @Test
  void the_version_in_a_tag_comes_back() {
    assertThat(EntityTags.expectedVersion("\"7\"")).isEqualTo(7);
    assertThat(EntityTags.of(7).getValue()).isEqualTo("7");
  }

  @Test
  void a_change_without_a_tag_is_asked_for_one() {
    assertThatThrownBy(() -> EntityTags.expectedVersion(null))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(428));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "W/\"7\"", "*", "\"seven\"", "\"7\", \"8\"", "\"99999999999\""})
  void a_tag_that_is_not_ours_matches_nothing(String tag) {
    assertThatThrownBy(() -> EntityTags.expectedVersion(tag))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(412));
  }

  @Test
  void a_cursor_leads_back_to_its_row() {
    UUID id = Identifiers.next(Instant.EPOCH);
    assertThat(Cursor.page(10, Cursor.of(id)).after()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "!!!", "AAAA", "00000000-0000-0000-0000-000000000000"})
  void a_cursor_that_is_not_ours_is_refused(String cursor) {
    assertThatThrownBy(() -> Cursor.page(10, cursor))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(400));
  }
}
