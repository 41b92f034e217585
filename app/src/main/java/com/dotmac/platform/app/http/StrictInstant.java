package com.dotmac.platform.app.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads instants as parameters are read, and not from seconds, as Jackson would. */
final class StrictInstant extends StdScalarDeserializer<Instant> {

  private static final long serialVersionUID = 1L;

  StrictInstant() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (parser.hasToken(JsonToken.VALUE_STRING)) {
      try {
        return InstantParameters.read(parser.getText().strip());
      } catch (DateTimeException | IllegalArgumentException e) {
        // falls through to the refusal, which is the same for every other form
      }
    }
    throw MismatchedInputException.from(parser, Instant.class, "must be an instant");
  }
}
