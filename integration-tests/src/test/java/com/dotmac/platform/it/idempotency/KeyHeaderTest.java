package com.dotmac.platform.it.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.app.http.ProblemException;
import com.dotmac.platform.app.idempotency.KeyHeader;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyHeaderTest {
  @Test
  void a_request_that_moves_money_is_refused_without_a_key() {
    assertThatThrownBy(() -> KeyHeader.read(null, true))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("Idempotency-Key");
    assertThat(KeyHeader.read(List.of("k"), true)).contains("k");
    assertThat(KeyHeader.read(null, false)).isEmpty();
  }

  @Test
  void two_keys_are_one_too_many() {
    assertThatThrownBy(() -> KeyHeader.read(List.of("a", "b"), false))
        .isInstanceOf(ProblemException.class);
  }
}
