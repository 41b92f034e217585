package com.dotmac.platform.domain.partners.payouts;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An account at a bank. Never shows its number where it is printed.
 *
 * @param holder whose it is, as the bank knows him; at most 140 characters
 * @param iban international number (ISO 13616); {@code null}: it has none
 * @param accountNumber number at its bank; {@code null}: it has an IBAN
 * @param bic the bank (ISO 9362); {@code null}: the IBAN says it
 */
public record BankAccount(
    String holder, @Nullable String iban, @Nullable String accountNumber, @Nullable String bic) {

  /** Form of an IBAN without spaces. */
  public static final String IBAN_FORM = "[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}";

  /** Form of the number of an account that has no IBAN. */
  public static final String NUMBER_FORM = "[A-Z0-9-]{4,34}";

  /** Form of a BIC. */
  public static final String BIC_FORM = "[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?";

  private static final int LONGEST_HOLDER = 140;
  private static final int SHOWN = 4;
  private static final BigInteger IBAN_MODULUS = BigInteger.valueOf(97);

  /**
   * Brings numbers into the form without spaces, in capitals, and checks them.
   *
   * @throws BankAccountException.Invalid if it has no number or two, a number is wrong, or the bank
   *     is not known
   */
  public BankAccount {
    holder = holder.strip();
    iban = compact(iban);
    accountNumber = compact(accountNumber);
    bic = compact(bic);
    if (holder.isEmpty() || holder.length() > LONGEST_HOLDER) {
      throw new BankAccountException.Invalid("The holder has between 1 and 140 characters.");
    }
    if ((iban == null) == (accountNumber == null)) {
      throw new BankAccountException.Invalid("An account has either an IBAN or an account number.");
    }
    if (iban != null && (!fits(IBAN_FORM, iban) || !adds(iban))) {
      throw new BankAccountException.Invalid("This is no IBAN; a digit may be wrong.");
    }
    if (accountNumber != null && (!fits(NUMBER_FORM, accountNumber) || bic == null)) {
      throw new BankAccountException.Invalid(
          "An account number has 4 to 34 letters and digits, and its bank's BIC.");
    }
    if (bic != null && !fits(BIC_FORM, bic)) {
      throw new BankAccountException.Invalid("This is no BIC.");
    }
  }

  /** By what it is told from others: the end of its number. */
  public String hint() {
    String number = number();
    return "…" + number.substring(number.length() - SHOWN);
  }

  /** IBAN or account number. */
  public String number() {
    return iban == null ? Objects.requireNonNull(accountNumber) : iban;
  }

  /** How it is paid to. */
  public PayeeMethod method() {
    return iban == null ? PayeeMethod.ACCOUNT_NUMBER : PayeeMethod.IBAN;
  }

  /** What is sealed: number and bank. */
  String secret() {
    return number() + " " + (bic == null ? "" : bic);
  }

  static BankAccount opened(String holder, PayeeMethod method, String secret) {
    int end = secret.indexOf(' ');
    String number = secret.substring(0, end);
    String bank = secret.substring(end + 1);
    return new BankAccount(
        holder,
        method == PayeeMethod.IBAN ? number : null,
        method == PayeeMethod.IBAN ? null : number,
        bank.isEmpty() ? null : bank);
  }

  private static @Nullable String compact(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String compact = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    return compact.isEmpty() ? null : compact;
  }

  private static boolean fits(String form, String text) {
    return Pattern.matches(form, text);
  }

  /** Whether the check digits of an IBAN are right (ISO 7064, modulo 97). */
  private static boolean adds(String iban) {
    StringBuilder digits = new StringBuilder();
    (iban.substring(SHOWN) + iban.substring(0, SHOWN))
        .chars()
        .forEach(letter -> digits.append(Character.digit(letter, Character.MAX_RADIX)));
    return new BigInteger(digits.toString()).mod(IBAN_MODULUS).equals(BigInteger.ONE);
  }

  @Override
  public String toString() {
    return "account " + hint();
  }
}
