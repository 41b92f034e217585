package com.dotmac.platform.app.http;

import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/**
 * Reads a field of a JSON merge patch (RFC 7396): absent leaves the value, {@code null} removes it.
 */
public final class Patch {

  private Patch() {}

  /**
   * The value after the patch, where a value may be missing.
   *
   * @param field the field of the patch
   * @param present value before the patch
   * @param <T> kind of value
   */
  public static <T> @Nullable T of(JsonNullable<T> field, @Nullable T present) {
    return field.isPresent() ? field.get() : present;
  }

  /**
   * The value after the patch, where there must be one; that {@code null} was not sent is checked
   * by validation.
   *
   * @param field the field of the patch
   * @param present value before the patch
   * @param <T> kind of value
   */
  public static <T> T required(JsonNullable<T> field, T present) {
    T value = field.isPresent() ? field.get() : null;
    return value == null ? present : value;
  }
}
