package com.dotmac.platform.domain.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Masks what must never be read in the trail. Entities hand in no secret; this is for the day when
 * one does by mistake, since a row of the trail cannot be mended.
 */
final class SecretFields {

  private static final String MASK = "***";
  private static final Pattern SECRET =
      Pattern.compile(
          "secret|password|passphrase|digest|hash|token|otp|backup_?codes?|private_?key",
          Pattern.CASE_INSENSITIVE);

  private SecretFields() {}

  /** The same fields, those whose names say that they hold a secret masked, at any depth. */
  static @Nullable Map<String, @Nullable Object> masked(
      @Nullable Map<String, @Nullable Object> state) {
    if (state == null) {
      return null;
    }
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    state.forEach((field, value) -> result.put(field, masked(field, value)));
    return result;
  }

  private static @Nullable Object masked(Object field, @Nullable Object value) {
    if (value != null && SECRET.matcher(field.toString()).find()) {
      return MASK;
    }
    if (value instanceof Map<?, ?> inner) {
      Map<Object, @Nullable Object> result = new LinkedHashMap<>();
      inner.forEach((name, of) -> result.put(name, masked(name, of)));
      return result;
    }
    if (value instanceof List<?> items) {
      return items.stream().map(item -> masked("", item)).toList();
    }
    return value;
  }
}
