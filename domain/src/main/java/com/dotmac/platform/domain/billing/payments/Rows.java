package com.dotmac.platform.domain.billing.payments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * Rows by identifier, in an order.
 *
 * @param <T> kind of row
 */
final class Rows<T> {

  private final Map<UUID, T> byId = new LinkedHashMap<>();

  Rows(List<T> rows, Function<T, UUID> id) {
    rows.forEach(row -> byId.put(id.apply(row), row));
  }

  /** The row with an identifier, which is one of them. */
  T get(UUID id) {
    return Objects.requireNonNull(byId.get(id), "The row is none of those that were read");
  }

  /** All of them. */
  List<T> all() {
    return Collections.unmodifiableList(new ArrayList<>(byId.values()));
  }
}
