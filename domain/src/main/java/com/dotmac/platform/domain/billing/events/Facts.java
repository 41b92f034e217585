package com.dotmac.platform.domain.billing.events;

import com.dotmac.platform.domain.shared.Coded;
import com.dotmac.platform.domain.shared.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the fields of a fact or of an audited state in the form in which they are kept. */
public final class Facts {

  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  /**
   * Adds a field.
   *
   * @param value a text, a number that is no amount, a truth, a list of maps, or anything whose
   *     text is its form: identifiers, instants, days; amounts and codes go in their own forms;
   *     {@code null}: there is none
   */
  public Facts with(String name, @Nullable Object value) {
    fields.put(name, form(value));
    return this;
  }

  /** The fields, in the order in which they were added. */
  public Map<String, @Nullable Object> map() {
    return fields;
  }

  /** An amount as on the wire: minor units as text, and the currency. */
  public static Map<String, @Nullable Object> money(Money money) {
    Map<String, @Nullable Object> form = new LinkedHashMap<>();
    form.put("amount", Long.toString(money.minor()));
    form.put("currency", money.currency().getCurrencyCode());
    return form;
  }

  private static @Nullable Object form(@Nullable Object value) {
    if (value == null
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Iterable<?>
        || value instanceof Map<?, ?>) {
      return value;
    }
    if (value instanceof Money money) {
      return money(money);
    }
    return value instanceof Coded coded ? coded.code() : value.toString();
  }
}
