package com.dotmac.platform.domain.shared;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Lists as one parameter of a statement. A list of parameters would make another statement for each
 * length, and there may be no more than 65,535 of them.
 */
public final class SqlArrays {

  private SqlArrays() {}

  /**
   * An array in the form that PostgreSQL reads, to be cast by the statement.
   *
   * @param values identifiers or codes: nothing that would have to be quoted
   */
  public static String of(Collection<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
