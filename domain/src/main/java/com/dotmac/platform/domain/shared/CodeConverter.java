package com.dotmac.platform.domain.shared;

import jakarta.persistence.AttributeConverter;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stores an enum by its {@linkplain Coded#code() code}, so that neither order nor Java names reach
 * the database.
 *
 * @param <E> the enum
 */
public abstract class CodeConverter<E extends Enum<E> & Coded>
    implements AttributeConverter<@Nullable E, @Nullable String> {

  private final Map<String, E> byCode;

  /**
   * A converter for all constants of an enum.
   *
   * @param type the enum
   */
  protected CodeConverter(Class<E> type) {
    byCode =
        EnumSet.allOf(type).stream().collect(Collectors.toMap(Coded::code, Function.identity()));
  }

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable E value) {
    return value == null ? null : value.code();
  }

  /**
   * The constant with a code.
   *
   * @throws IllegalStateException if the code is unknown: the database was changed by something
   *     newer than this code
   */
  @Override
  public @Nullable E convertToEntityAttribute(@Nullable String code) {
    if (code == null) {
      return null;
    }
    E value = byCode.get(code);
    if (value == null) {
      throw new IllegalStateException("The database holds the unknown code '" + code + "'");
    }
    return value;
  }
}
