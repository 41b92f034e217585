package com.dotmac.platform.domain.partners.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankAccountTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE89370400440532013000",
        "GB82 WEST 1234 5698 7654 32",
        "nl91abna0417164300",
        "NO9386011117947",
        "MT84MALT011000012345MTLCAST001S"
      })
  void a_number_whose_check_digits_are_right_is_taken_without_its_spaces(String iban) {
    BankAccount account = new BankAccount("Ada", iban, null, null);
    assertThat(account.number()).isUpperCase().doesNotContain(" ");
    assertThat(account.method()).isEqualTo(PayeeMethod.IBAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DE89370400440532013001", "DE98370400440532013000", "DE", "8937", "DE89!7040044"})
  void a_number_with_a_wrong_digit_is_refused(String iban) {
    assertThatThrownBy(() -> new BankAccount("Ada", iban, null, null))
        .isInstanceOf(BankAccountException.Invalid.class);
  }

  @Test
  void an_account_without_an_iban_needs_its_bank() {
    assertThat(new BankAccount("Ada", null, "1234-5678", "CHASUS33").method())
        .isEqualTo(PayeeMethod.ACCOUNT_NUMBER);
    assertThatThrownBy(() -> new BankAccount("Ada", null, "12345678", null))
        .isInstanceOf(BankAccountException.Invalid.class);
  }

  @Test
  void an_account_has_one_number_and_a_holder() {
    assertThatThrownBy(() -> new BankAccount("Ada", null, null, "CHASUS33"))
        .isInstanceOf(BankAccountException.Invalid.class);
    assertThatThrownBy(
            () -> new BankAccount("Ada", "DE89370400440532013000", "12345678", "CHASUS33"))
        .isInstanceOf(BankAccountException.Invalid.class);
    assertThatThrownBy(() -> new BankAccount(" ", "DE89370400440532013000", null, null))
        .isInstanceOf(BankAccountException.Invalid.class);
  }

  @Test
  void an_account_does_not_show_its_number_where_it_is_printed() {
    BankAccount account = new BankAccount("Ada", "DE89370400440532013000", null, "COBADEFFXXX");
    assertThat(account.toString()).isEqualTo("account …3000");
    assertThat(BankAccount.opened("Ada", account.method(), account.secret())).isEqualTo(account);
  }
}
