package com.dotmac.platform.domain.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHasherTest {
  private static final String ADDRESS = "ada.lovelace@example.com";

  private final List<HashCost> computed = new ArrayList<>();
  private final PasswordHasher hasher =
      new PasswordHasher(
          (password, salt, cost) -> {
            computed.add(cost);
            return new Argon2id().derive(password, salt, cost);
          });

  /** Of the reference implementation's own tests. */
  @Test
  void the_hash_is_that_of_the_reference_implementation() {
    HashedPassword reference =
        HashedPassword.parse(
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
    assertThat(hasher.matches("password", reference)).isTrue();
    assertThat(hasher.matches("Password", reference)).isFalse();
    assertThat(computed).containsOnly(new HashCost(65_536, 2, 1));
  }

  @Test
  void one_hash_is_computed_whether_or_not_there_is_something_to_check_against() {
    HashedPassword hashed = hasher.hash("correct horse battery", ADDRESS);
    computed.clear();
    assertThat(hasher.matches("correct horse battery", hashed)).isTrue();
    assertThat(hasher.matches("correct horse battery", null)).isFalse();
    assertThat(computed).containsExactly(HashCost.USUAL, HashCost.USUAL);
  }

  @Test
  void what_is_kept_is_read_back_and_no_two_are_alike() {
    HashedPassword one = hasher.hash("correct horse battery", ADDRESS);
    assertThat(HashedPassword.parse(one.text())).isEqualTo(one);
    assertThat(one.text()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(200);
    assertThat(hasher.hash("correct horse battery", ADDRESS)).isNotEqualTo(one);
    assertThat(one.toString()).doesNotContain(one.hash());
  }

  @Test
  void blanks_around_it_and_the_way_an_accent_is_typed_do_not_count() {
    HashedPassword hashed = hasher.hash("  gr\u00fcn ist die Hoffnung ", ADDRESS);
    assertThat(hasher.matches("gru\u0308n ist die Hoffnung", hashed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "eleven char",
        "            x ",
        "aaaaaaaaaaaaaa",
        " ADA.Lovelace@Example.com"
      })
  void what_is_easy_to_guess_is_refused_before_anything_is_computed(String password) {
    assertThatThrownBy(() -> hasher.hash(password, ADDRESS))
        .isInstanceOf(PasswordException.Refused.class);
    assertThat(computed).isEmpty();
  }

  @Test
  void a_password_has_twelve_to_two_hundred_characters() {
    assertThat(hasher.hash("twelve chars", ADDRESS)).isNotNull();
    assertThat(hasher.hash("\ud83d\udc0e".repeat(11) + "x", ADDRESS)).isNotNull();
    assertThat(hasher.hash("ab".repeat(100), ADDRESS)).isNotNull();
    assertThatThrownBy(() -> hasher.hash("ab".repeat(100) + "c", ADDRESS))
        .isInstanceOf(PasswordException.Refused.class);
  }
}
