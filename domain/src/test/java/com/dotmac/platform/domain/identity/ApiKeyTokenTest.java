package com.dotmac.platform.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTokenTest {

  private static final UUID TENANT = UUID.fromString("01a204c0-e465-7fe3-acb2-6277f2943ddd");

  @Test
  void a_key_reads_back_as_it_was_written() {
    ApiKeyToken token = ApiKeyToken.generate(TENANT);
    assertThat(ApiKeyToken.parse(token.text())).contains(token);
  }

  @Test
  void no_two_keys_are_alike() {
    ApiKeyToken one = ApiKeyToken.generate(TENANT);
    ApiKeyToken other = ApiKeyToken.generate(TENANT);
    assertThat(one.prefix()).isNotEqualTo(other.prefix());
    assertThat(one.digest()).isNotEqualTo(other.digest());
  }

  @Test
  void a_key_that_is_printed_by_accident_does_not_show_its_secret() {
    ApiKeyToken token = ApiKeyToken.generate(TENANT);
    assertThat(token.toString()).contains(token.prefix()).doesNotContain(token.secret());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dmk_",
        "Bearer dmk_AaIEwORlf-OssmJ38pQ93Q.L8IA669h_erk.D6KtZ0IT-lDveKURB4TCOxpMQ3RQHCP0gySTdQH2YCg",
        "dmk_AaIEwORlf-OssmJ38pQ93Q.L8IA669h_erk",
        "dmk_AaIEwORlf-OssmJ38pQ93Q.L8IA669h_erk.short",
        "dmk_AaIEwORlf-OssmJ38pQ9!Q.L8IA669h_erk.D6KtZ0IT-lDveKURB4TCOxpMQ3RQHCP0gySTdQH2YCg",
        "dmk_AaIEwORlf-OssmJ38pQ93Q.L8IA669h_erk.D6KtZ0IT-lDveKURB4TCOxpMQ3RQHCP0gySTdQH2YCg\n"
      })
  void what_has_not_the_form_of_a_key_is_none(String text) {
    assertThat(ApiKeyToken.parse(text)).isEmpty();
  }
}
