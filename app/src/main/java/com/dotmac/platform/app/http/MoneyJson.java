package com.dotmac.platform.app.http;

import com.dotmac.platform.domain.shared.Money;
import jakarta.validation.constraints.NotNull;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money. The amount counts minor units and is text, so that no reader makes a binary
 * fraction of it or loses digits beyond 2^53.
 */
public record MoneyJson(@NotNull @Amount String amount, @NotNull @CurrencyCode String currency) {

  /** An amount as it is written. */
  public static MoneyJson of(Money money) {
    return new MoneyJson(Long.toString(money.minor()), money.currency().getCurrencyCode());
  }

  /** The same where there may be none. */
  public static @Nullable MoneyJson ofNullable(@Nullable Money money) {
    return money == null ? null : of(money);
  }

  /** The amount, once it was found valid. */
  public Money money() {
    return new Money(Long.parseLong(amount), Currency.getInstance(currency));
  }
}
