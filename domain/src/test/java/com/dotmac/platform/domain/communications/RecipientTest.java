package com.dotmac.platform.domain.communications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {

  @Test
  void an_address_is_kept_in_lower_case_and_a_name_in_one_line() {
    Recipient recipient = new Recipient(" Ada@Example.COM ", "Ada\r\nBcc: x\u2028Y\u0085Z\u0000 ");
    assertThat(recipient.address()).isEqualTo("ada@example.com");
    assertThat(recipient.name()).isEqualTo("Ada Bcc: x Y Z");
  }

  @Test
  void a_name_of_nothing_is_no_name() {
    assertThat(new Recipient("ada@example.com", " \r\n").name()).isNull();
    assertThat(new Recipient("ada@example.com", null).name()).isNull();
  }

  @Test
  void a_long_name_is_cut_between_characters() {
    assertThat(new Recipient("ada@example.com", "x".repeat(199) + "🗝").name()).hasSize(199);
    assertThat(new Recipient("ada@example.com", "x".repeat(198) + "🗝🗝").name()).hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@example.com",
        "ada@",
        "ada@b@example.com",
        "a da@example.com",
        "ada@example.com,eve@example.com",
        "ada@example.com;eve@example.com",
        "ada@example.com\r\nBcc: eve@example.com",
        "ada@example.com\u2028x",
        "<ada@example.com>",
        "\"ada\"@example.com",
        "ada\\@example.com",
        "ada@[127.0.0.1]",
        "group:ada@example.com"
      })
  void what_is_not_one_mailbox_is_refused(String address) {
    assertThatThrownBy(() -> new Recipient(address, null))
        .isInstanceOf(MessageException.InvalidRecipient.class);
  }

  @Test
  void an_address_that_is_too_long_is_refused() {
    assertThatThrownBy(() -> new Recipient("a".repeat(250) + "@b.ch", null))
        .isInstanceOf(MessageException.InvalidRecipient.class);
  }
}
