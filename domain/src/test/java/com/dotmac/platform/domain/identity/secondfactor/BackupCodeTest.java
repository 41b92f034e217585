package com.dotmac.platform.domain.identity.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class BackupCodeTest {
  private final BackupCode code = BackupCode.random();

  @Test
  void a_code_has_120_bits_in_groups_of_four() {
    assertThat(code.text())
        .matches("([a-z2-7]{4}-){5}[a-z2-7]{4}")
        .isNotEqualTo(BackupCode.random().text());
    assertThat(code).hasToString("a backup code");
  }

  @Test
  void it_is_known_by_its_digest_in_any_case() {
    String typed = code.text().replace("-", "");
    assertThat(BackupCode.digest(typed)).hasValue(code.digest());
    assertThat(BackupCode.digest(typed.toUpperCase(Locale.ROOT))).hasValue(code.digest());
    assertThat(code.digest()).hasSize(32);
  }

  @Test
  void what_has_another_form_is_none() {
    String typed = code.text().replace("-", "");
    for (String other : new String[] {"", "123456", typed + "a", typed.substring(1), typed + "é"}) {
      assertThat(BackupCode.digest(other)).as(other).isEmpty();
    }
  }
}
