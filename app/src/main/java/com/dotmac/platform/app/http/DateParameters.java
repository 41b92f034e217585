package com.dotmac.platform.app.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters that stand for a day of the calendar: {@code 2026-03-31}, from 1970 to
 * 9999.
 */
public final class DateParameters implements ParamConverterProvider {

  private static final LocalDate FIRST = LocalDate.EPOCH;
  private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, @Nullable Type genericType, Annotation @Nullable [] annotations) {
    return type == LocalDate.class ? (ParamConverter<T>) new OfDate() : null;
  }

  /**
   * The day that a text stands for.
   *
   * @throws java.time.format.DateTimeParseException if it has another form
   * @throws IllegalArgumentException if it lies beyond what the platform keeps
   */
  static LocalDate read(String text) {
    LocalDate date = LocalDate.parse(text);
    if (date.isBefore(FIRST) || date.isAfter(LAST)) {
      throw new IllegalArgumentException("must lie between 1970 and 9999");
    }
    return date;
  }

  private static final class OfDate implements ParamConverter<@Nullable LocalDate> {
    @Override
    public @Nullable LocalDate fromString(@Nullable String text) {
      return text == null ? null : read(text);
    }

    @Override
    public String toString(@Nullable LocalDate value) {
      return String.valueOf(value);
    }
  }
}
