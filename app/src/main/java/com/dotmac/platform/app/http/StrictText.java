package com.dotmac.platform.app.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;

/**
 * Reads texts and makes none of a number: trims them, and refuses what PostgreSQL cannot keep (NUL)
 * and what is no Unicode (lone surrogates).
 */
final class StrictText extends StdScalarDeserializer<String> {

  private static final long serialVersionUID = 1L;

  StrictText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw MismatchedInputException.from(parser, String.class, "must be a text");
    }
    String text = parser.getText();
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
