package com.dotmac.platform.app.http;

import com.dotmac.platform.domain.shared.Coded;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters that stand for an enum by their code, and says which codes there are.
 * Comes before Dropwizard's own reader of enums, which overlooks case and says nothing.
 */
@Priority(1)
public final class CodeParameters implements ParamConverterProvider {

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, @Nullable Type genericType, Annotation @Nullable [] annotations) {
    return type.isEnum() && Coded.class.isAssignableFrom(type) ? new OfEnum<>(type) : null;
  }

  private record OfEnum<T>(Class<T> type) implements ParamConverter<T> {
    @Override
    public @Nullable T fromString(@Nullable String code) {
      if (code == null) {
        return null;
      }
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> code(constant).equals(code))
          .findFirst()
          .orElseThrow(() -> new UnknownCodeException(codes()));
    }

    private String codes() {
      return Arrays.stream(type.getEnumConstants())
          .map(OfEnum::code)
          .collect(Collectors.joining(", "));
    }

    @Override
    public String toString(T value) {
      return code(value);
    }

    private static String code(Object constant) {
      return ((Coded) constant).code();
    }
  }

  /** A text that is the code of no constant. */
  static final class UnknownCodeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private UnknownCodeException(String codes) {
      super("must be one of " + codes);
    }
  }
}
