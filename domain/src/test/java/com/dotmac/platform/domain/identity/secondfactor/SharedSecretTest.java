package com.dotmac.platform.domain.identity.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class SharedSecretTest {
  private final SharedSecret secret = SharedSecret.random();

  @Test
  void a_secret_has_160_bits_which_are_32_letters_and_digits() {
    assertThat(secret.base32())
        .matches("[A-Z2-7]{32}")
        .isNotEqualTo(SharedSecret.random().base32());
    assertThat(secret.key().getEncoded()).hasSize(20);
    assertThat(SharedSecret.parse(secret.base32()).base32()).isEqualTo(secret.base32());
  }

  @Test
  void an_app_reads_from_the_address_for_whom_the_secret_is_and_how_codes_are_made() {
    URI uri = URI.create(secret.uri("Acme & Söhne", "ada+x@example.com"));
    assertThat(uri.getScheme()).isEqualTo("otpauth");
    assertThat(uri.getHost()).isEqualTo("totp");
    assertThat(uri.getPath()).isEqualTo("/Acme & Söhne:ada+x@example.com");
    assertThat(uri.getRawQuery())
        .isEqualTo(
            "secret=%s&issuer=Acme%%20%%26%%20S%%C3%%B6hne&algorithm=SHA1&digits=6&period=30"
                .formatted(secret.base32()));
  }

  @Test
  void a_colon_in_a_name_does_not_part_it() {
    assertThat(URI.create(secret.uri("A:B", "ada@example.com")).getPath())
        .isEqualTo("/A B:ada@example.com");
  }

  @Test
  void it_does_not_show_itself() {
    assertThat(secret).hasToString("a shared secret");
    assertThat(new SecondFactorEnrolment("S", "otpauth://S").toString()).doesNotContain("S");
  }
}
