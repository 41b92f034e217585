package com.dotmac.platform.it.demo.data;

import com.dotmac.platform.domain.partners.payouts.BankAccount;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Locale;

/** Made-up accounts at banks that do not exist, with check digits that are right. */
final class Banks {
  private static final String BANK = "10000000";
  private static final String COUNTRY_IN_DIGITS = "131400";
  private static final BigInteger MODULUS = BigInteger.valueOf(97);
  private static final int ALL_RIGHT = 98;

  private final boolean hasIbans;

  /**
   * The banks of a tenant.
   *
   * @param currency of the tenant; those who pay in euros have IBANs
   */
  Banks(Currency currency) {
    hasIbans = "EUR".equals(currency.getCurrencyCode());
  }

  /**
   * An account.
   *
   * @param holder whose it is
   * @param order tells it from others
   */
  BankAccount accountOf(String holder, int order) {
    String number = String.format(Locale.ROOT, "%010d", 7_300_000 + 411L * order);
    return hasIbans
        ? new BankAccount(holder, iban(number), null, null)
        : new BankAccount(holder, null, number, "DEMOUS33");
  }

  private static String iban(String number) {
    int rest = new BigInteger(BANK + number + COUNTRY_IN_DIGITS).mod(MODULUS).intValue();
    return String.format(Locale.ROOT, "DE%02d%s%s", ALL_RIGHT - rest, BANK, number);
  }
}
