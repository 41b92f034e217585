package com.dotmac.platform.app.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters that stand for an instant: RFC 3339 in UTC, from 1970 to 9999, which every
 * part of the platform can keep.
 */
public final class InstantParameters implements ParamConverterProvider {

  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, @Nullable Type genericType, Annotation @Nullable [] annotations) {
    return type == Instant.class ? (ParamConverter<T>) new OfInstant() : null;
  }

  /**
   * The instant that a text stands for.
   *
   * @throws java.time.format.DateTimeParseException if it has another form
   * @throws IllegalArgumentException if no part of the platform could keep it
   */
  static Instant read(String text) {
    Instant instant = Instant.parse(text);
    if (instant.isBefore(Instant.EPOCH) || instant.isAfter(END)) {
      throw new IllegalArgumentException("must lie between 1970 and 9999");
    }
    return instant;
  }

  private static final class OfInstant implements ParamConverter<@Nullable Instant> {
    @Override
    public @Nullable Instant fromString(@Nullable String text) {
      if (text == null) {
        return null;
      }
      // A DateTimeParseException is no IllegalArgumentException, but Jersey takes either.
      return read(text);
    }

    @Override
    public String toString(@Nullable Instant value) {
      return String.valueOf(value);
    }
  }
}
