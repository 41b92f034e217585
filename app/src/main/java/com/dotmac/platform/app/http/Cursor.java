package com.dotmac.platform.app.http;

import com.dotmac.platform.app.http.Problem.Fault;
import com.dotmac.platform.domain.shared.PageRequest;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The opaque text that says where a page begins. */
final class Cursor {

  private Cursor() {}

  static String of(UUID id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
  }

  /**
   * The place that a cursor stands for.
   *
   * @throws ProblemException if it is not one of ours
   */
  static PageRequest page(int limit, @Nullable String cursor) {
    if (cursor == null) {
      return new PageRequest(limit, null);
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      if (bytes.length == 16) {
        ByteBuffer id = ByteBuffer.wrap(bytes);
        return new PageRequest(limit, new UUID(id.getLong(), id.getLong()));
      }
    } catch (IllegalArgumentException e) {
      // falls through to the refusal: which character is wrong helps nobody
    }
    throw new ProblemException(
        ProblemCode.INVALID_PARAMETER,
        "The cursor is not one that this API gave.",
        Fault.in("cursor", "is not one that this API gave"));
  }
}
