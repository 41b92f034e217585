package com.dotmac.platform.app.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.type.ReferenceType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import org.openapitools.jackson.nullable.JsonNullableDeserializer;

/**
 * Reads the fields of a patch. The library's own reader takes an empty text, where a number or a
 * date belongs, for a field that was left out: the caller would be told that it was done.
 */
final class PatchValues extends Deserializers.Base {

  @Override
  public @Nullable JsonDeserializer<?> findReferenceDeserializer(
      ReferenceType type,
      DeserializationConfig config,
      BeanDescription description,
      @Nullable TypeDeserializer contentType,
      @Nullable JsonDeserializer<?> content) {
    return type.hasRawClass(JsonNullable.class)
        ? new OfField(type, null, contentType, content)
        : null;
  }

  private static final class OfField extends JsonNullableDeserializer {
    private static final long serialVersionUID = 1L;

    OfField(
        JavaType type,
        @Nullable ValueInstantiator instantiator,
        @Nullable TypeDeserializer contentType,
        @Nullable JsonDeserializer<?> content) {
      super(type, instantiator, contentType, content);
    }

    @Override
    public JsonNullable<Object> deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.hasToken(JsonToken.VALUE_STRING)
          // As the library trims: control characters, too.
          && parser.getText().trim().isEmpty()
          && !_fullType.getReferencedType().hasRawClass(String.class)) {
        throw new RefusedTextException(parser, "must not be empty");
      }
      return super.deserialize(parser, context);
    }

    @Override
    public OfField withResolved(
        @Nullable TypeDeserializer contentType, @Nullable JsonDeserializer<?> content) {
      return new OfField(_fullType, _valueInstantiator, contentType, content);
    }
  }
}
