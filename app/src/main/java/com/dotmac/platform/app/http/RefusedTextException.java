package com.dotmac.platform.app.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A text that cannot be kept, or is empty where it must not be. */
final class RefusedTextException extends JsonMappingException {

  private static final long serialVersionUID = 1L;

  RefusedTextException(JsonParser parser, String message) {
    super(parser, message);
  }
}
