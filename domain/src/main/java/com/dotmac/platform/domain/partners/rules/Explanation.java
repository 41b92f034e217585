package com.dotmac.platform.domain.partners.rules;

import java.util.List;

/**
 * What decides about a line, and why.
 *
 * @param choice what decides
 * @param considered all rules that were looked at, those that fit before those that do not, the
 *     strongest first
 */
public record Explanation(Choice choice, List<Considered> considered) {

  /** Takes a copy. */
  public Explanation {
    considered = List.copyOf(considered);
  }
}
