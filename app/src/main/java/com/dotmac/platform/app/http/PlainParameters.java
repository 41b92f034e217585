package com.dotmac.platform.app.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters that stand for a number, for yes and no, or for an identifier, in the one form
 * that is described. Jersey would take {@code +5} and digits of any script for a number, whatever
 * is not {@code true} for no, and {@code 1-1-1-1-1} for an identifier.
 */
public final class PlainParameters implements ParamConverterProvider {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,10}");

  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, @Nullable Type genericType, Annotation @Nullable [] annotations) {
    if (type == int.class) {
      return (ParamConverter<T>) new Plain<>(PlainParameters::number);
    }
    if (type == boolean.class) {
      return (ParamConverter<T>) new Plain<>(PlainParameters::yesOrNo);
    }
    return type == UUID.class ? (ParamConverter<T>) new Plain<>(Identifier::read) : null;
  }

  private static Integer number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException("must be a number");
    }
    return Integer.valueOf(text);
  }

  private static Boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }

  private record Plain<T>(Function<String, T> reader) implements ParamConverter<@Nullable T> {
    @Override
    public @Nullable T fromString(@Nullable String text) {
      return text == null ? null : reader.apply(text);
    }

    @Override
    public String toString(@Nullable T value) {
      return String.valueOf(value);
    }
  }
}
