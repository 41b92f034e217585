package com.dotmac.platform.domain.partners.rules;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule that is only tried, in the place of another or beside those that there are.
 *
 * @param replaces the rule whose place it takes; {@code null}: it comes beside the others, for the
 *     partner alone
 * @param priority its priority; {@code null}: that of the rule whose place it takes, else 1
 * @param draft what it says
 */
public record DraftRule(@Nullable UUID replaces, @Nullable Integer priority, RuleDraft draft) {

  /** No rule that is kept has this identifier; among equals it would be the last that was made. */
  public static final UUID ID = new UUID(Long.MAX_VALUE, Long.MAX_VALUE);

  private static final int USUAL_PRIORITY = 1;

  /**
   * The rule as the choice sees it, as if it had just begun.
   *
   * @param partnerId whom it is tried for
   * @param replaced the rule whose place it takes; {@code null}: none
   * @param at the instant of a sale
   */
  RuleCandidate candidate(UUID partnerId, @Nullable Commission replaced, Instant at) {
    int usual = replaced == null ? USUAL_PRIORITY : replaced.details().priority();
    return new RuleCandidate(
        ID,
        ID,
        1,
        replaced == null ? partnerId : replaced.partnerId(),
        priority == null ? usual : priority,
        at,
        null,
        true,
        draft.scope().products(),
        draft.scope().excludedProducts(),
        draft.scope().customers(),
        draft.terms(ID));
  }
}
