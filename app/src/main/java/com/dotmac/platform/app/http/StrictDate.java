package com.dotmac.platform.app.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads days of a calendar, {@code 2026-03-31}, and not lists of numbers, as Jackson would. */
final class StrictDate extends StdScalarDeserializer<LocalDate> {

  private static final long serialVersionUID = 1L;

  StrictDate() {
    super(LocalDate.class);
  }

  @Override
  public LocalDate deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (parser.hasToken(JsonToken.VALUE_STRING)) {
      try {
        return DateParameters.read(parser.getText().strip());
      } catch (DateTimeException | IllegalArgumentException e) {
        // falls through to the refusal, which is the same for every other form
      }
    }
    throw MismatchedInputException.from(parser, LocalDate.class, "must be a date");
  }
}
