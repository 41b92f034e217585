package com.dotmac.platform.domain.partners.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What decides about a sale of a partner, and why.
 *
 * @param at the instant that was asked about
 * @param looksAfter whether the partner looks after the customer at that instant; if not, he earns
 *     nothing, whatever would decide
 * @param choice what decides, or would
 * @param considered the version of each rule that was looked at, with what became of it
 * @param names what those rules are called
 */
public record RuleEnquiry(
    Instant at,
    boolean looksAfter,
    Choice choice,
    List<Considered> considered,
    Map<UUID, String> names) {

  /** Takes copies. */
  public RuleEnquiry {
    considered = List.copyOf(considered);
    names = Map.copyOf(names);
  }
}
