package com.dotmac.platform.app.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import java.util.Objects;

/**
 * Reads texts: trims them, and refuses what PostgreSQL cannot keep (NUL) and what is no Unicode
 * (lone surrogates).
 */
final class StrictText extends StdScalarDeserializer<String> {

  private static final long serialVersionUID = 1L;

  StrictText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    String text = Objects.requireNonNull(StringDeserializer.instance.deserialize(parser, context));
    if (!isKeepable(text)) {
      throw new RefusedTextException(parser, "must not hold NUL or broken Unicode");
    }
    return text.strip();
  }

  /** Whether the database can keep a text. */
  static boolean isKeepable(String text) {
    return text.codePoints()
        .noneMatch(
            point ->
                point == 0
                    || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
  }
}
