package com.dotmac.platform.app.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads identifiers in the form of RFC 9562 and in no other: Java overlooks missing digits, and
 * Jackson takes Base64, too.
 */
final class Identifier extends StdScalarDeserializer<UUID> {

  private static final long serialVersionUID = 1L;
  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  Identifier() {
    super(UUID.class);
  }

  /**
   * The identifier that a text stands for.
   *
   * @throws IllegalArgumentException if it has another form
   */
  static UUID read(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("must be a UUID");
    }
    return UUID.fromString(text);
  }

  @Override
  public UUID deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (parser.hasToken(JsonToken.VALUE_STRING)) {
      String text = parser.getText().strip();
      if (FORM.matcher(text).matches()) {
        return UUID.fromString(text);
      }
    }
    throw MismatchedInputException.from(parser, UUID.class, "must be a UUID");
  }
}
