package com.dotmac.platform.domain.shared;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the rows, newest first
 * @param next identifier to ask for the next page with; {@code null} on the last page
 * @param <T> kind of row
 */
public record Page<T>(List<T> items, @Nullable UUID next) {

  /** Takes a copy, so that a page never changes. */
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts a page from rows that were read with one more than asked for, which tells whether another
   * page follows without counting.
   *
   * @param rows up to {@code limit + 1} rows, newest first
   * @param request what was asked for
   * @param id identifier of a row
   * @param <T> kind of row
   */
  public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, UUID> id) {
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, request.limit());
    return new Page<>(items, id.apply(items.get(items.size() - 1)));
  }
}
