package com.dotmac.platform.app.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A text that the database could not keep. */
final class RefusedTextException extends JsonMappingException {

  private static final long serialVersionUID = 1L;

  RefusedTextException(JsonParser parser, String message) {
    super(parser, message);
  }
}
