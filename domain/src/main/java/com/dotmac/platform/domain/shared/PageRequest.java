package com.dotmac.platform.domain.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish for one page of a list that runs from the newest to the oldest.
 *
 * <p>Identifiers grow with time (UUID version 7, RFC 9562), so the last one of a page is the place
 * where the next begins: rows that arrive meanwhile neither repeat nor hide a row.
 *
 * @param limit how many rows at the most, 1 to 100
 * @param after last identifier of the page before; {@code null} for the first page
 */
public record PageRequest(int limit, @Nullable UUID after) {

  /** Rows of a page when the caller does not say. */
  public static final int DEFAULT_LIMIT = 25;

  /** Most rows of a page. */
  public static final int MAX_LIMIT = 100;

  /** Checks the limit. */
  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be between 1 and " + MAX_LIMIT);
    }
  }
}
