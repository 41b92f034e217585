package com.dotmac.platform.app.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads rates from texts in the form in which they are written, or from a number of JSON, digit by
 * digit. Java would take {@code 1e-1}, {@code +0.1} and digits of any script for a rate, too.
 */
final class StrictRate extends StdScalarDeserializer<BigDecimal> {

  private static final long serialVersionUID = 1L;
  private static final Pattern FORM = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

  StrictRate() {
    super(BigDecimal.class);
  }

  @Override
  public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (parser.currentToken().isNumeric()) {
      return parser.getDecimalValue();
    }
    if (parser.hasToken(JsonToken.VALUE_STRING)) {
      String text = parser.getText().strip();
      if (FORM.matcher(text).matches()) {
        return new BigDecimal(text);
      }
    }
    throw MismatchedInputException.from(parser, BigDecimal.class, "must be a fraction as text");
  }
}
