package com.dotmac.platform.app.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as it stands in an address: percent signs and two digits for bytes of UTF-8. */
final class EncodedText {

  private static final Pattern BYTES = Pattern.compile("(%[0-9a-fA-F]{2})+|%");

  private EncodedText() {}

  /** Whether each percent sign begins a byte, and the bytes are UTF-8. */
  static boolean isReadable(String text) {
    Matcher bytes = BYTES.matcher(text);
    while (bytes.find()) {
      if (bytes.group().length() < 3 || !isUtf8(bytes.group())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUtf8(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < encoded.length(); i += 3) {
      bytes.write(Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
