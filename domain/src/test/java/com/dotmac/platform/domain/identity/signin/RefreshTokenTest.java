package com.dotmac.platform.domain.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {
  private final RefreshToken token = RefreshToken.first(UUID.randomUUID(), UUID.randomUUID());

  @Test
  void its_text_is_read_back() {
    assertThat(RefreshToken.parse(token.text())).contains(token);
    assertThat(token.text()).hasSizeLessThan(200);
  }

  @Test
  void the_next_is_of_the_same_session_and_family_and_has_another_secret() {
    RefreshToken next = token.next();
    assertThat(next.sessionId()).isEqualTo(token.sessionId());
    assertThat(next.family()).isEqualTo(token.family());
    assertThat(next.secret()).isNotEqualTo(token.secret());
  }

  @Test
  void its_name_gives_nothing_away() {
    assertThat(token.toString()).doesNotContain(token.secret()).doesNotContain(token.family());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dmr_", "dmk_AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAA.AAAA", "garbage"})
  void what_has_another_form_is_none(String text) {
    assertThat(RefreshToken.parse(text)).isEmpty();
    assertThat(RefreshToken.parse(token.text() + text + "x")).isEmpty();
  }
}
