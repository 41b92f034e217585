package com.dotmac.platform.app.http;

import com.dotmac.platform.domain.shared.Coded;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads enums of the domain by their code, to the letter. Dropwizard's own reader goes by the Java
 * name and overlooks case, which would make both part of the API for ever.
 */
final class CodedValues extends Deserializers.Base {

  @Override
  public @Nullable JsonDeserializer<?> findEnumDeserializer(
      Class<?> type, DeserializationConfig config, BeanDescription description) {
    return Coded.class.isAssignableFrom(type) ? new OfEnum(type) : null;
  }

  private static final class OfEnum extends StdScalarDeserializer<Object> {
    private static final long serialVersionUID = 1L;

    OfEnum(Class<?> type) {
      super(type);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.hasToken(JsonToken.VALUE_STRING)) {
        String text = parser.getText().strip();
        for (Object constant : handledType().getEnumConstants()) {
          if (((Coded) constant).code().equals(text)) {
            return constant;
          }
        }
      }
      throw InvalidFormatException.from(
          parser, "is no code", String.valueOf(parser.getText()), handledType());
    }
  }
}
