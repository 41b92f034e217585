package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.http.CurrencyCode;
import com.dotmac.platform.domain.partners.payouts.BankAccount;
import com.dotmac.platform.domain.partners.payouts.PayeeAccount;
import com.dotmac.platform.domain.partners.payouts.PayeeMethod;
import com.dotmac.platform.domain.partners.payouts.PayerAccount;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts at banks on the wire: their numbers come in, and never go out again. */
final class BankAccountJson {

  private BankAccountJson() {}

  /**
   * An account: with an IBAN, or with an account number and the BIC of its bank.
   *
   * @param holder whose account it is, as the bank knows him
   * @param iban international number
   * @param accountNumber number at its bank, if it has no IBAN
   * @param bic the bank
   */
  record Account(
      @NotNull @Size(min = 1, max = 140) String holder,
      @Nullable @Size(min = 15, max = 42) String iban,
      @Nullable @Size(min = 4, max = 42) String accountNumber,
      @Nullable @Size(min = 8, max = 11) String bic) {

    BankAccount account() {
      return new BankAccount(holder, iban, accountNumber, bic);
    }

    @Override
    public String toString() {
      return "Account";
    }
  }

  /**
   * An account that partners are paid from: with an IBAN, or with an account number and the BIC of
   * its bank.
   *
   * @param currency what is paid from it
   * @param holder whose account it is, as the bank knows him
   * @param iban international number
   * @param accountNumber number at its bank, if it has no IBAN
   * @param bic the bank
   */
  record CreatePayer(
      @NotNull @CurrencyCode String currency,
      @NotNull @Size(min = 1, max = 140) String holder,
      @Nullable @Size(min = 15, max = 42) String iban,
      @Nullable @Size(min = 4, max = 42) String accountNumber,
      @Nullable @Size(min = 8, max = 11) String bic) {

    BankAccount account() {
      return new BankAccount(holder, iban, accountNumber, bic);
    }

    @Override
    public String toString() {
      return "CreatePayer";
    }
  }

  /**
   * Where a partner is paid.
   *
   * @param id identifier
   * @param partnerId whose account it is
   * @param method how it is paid to
   * @param holder whose account it is, as the bank knows him
   * @param hint the end of its number
   * @param createdAt since when
   */
  record PayeeView(
      UUID id, UUID partnerId, PayeeMethod method, String holder, String hint, Instant createdAt) {

    static PayeeView of(PayeeAccount account) {
      return new PayeeView(
          account.id(),
          account.partnerId(),
          account.method(),
          account.holder(),
          account.hint(),
          account.createdAt());
    }
  }

  /**
   * What account partners are paid from.
   *
   * @param id identifier
   * @param currency what is paid from it
   * @param method how it is known to its bank
   * @param holder whose account it is, as the bank knows him
   * @param hint the end of its number
   * @param createdAt since when
   */
  record PayerView(
      UUID id, String currency, PayeeMethod method, String holder, String hint, Instant createdAt) {

    static PayerView of(PayerAccount account) {
      return new PayerView(
          account.id(),
          account.currency().getCurrencyCode(),
          account.method(),
          account.holder(),
          account.hint(),
          account.createdAt());
    }
  }
}
