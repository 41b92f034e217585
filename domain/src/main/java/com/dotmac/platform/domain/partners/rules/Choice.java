package com.dotmac.platform.domain.partners.rules;

import java.math.BigDecimal;

/** What decides how much a partner earns by a line: always one of these, never nothing unsaid. */
public sealed interface Choice {

  /** What kind of thing it is. */
  ChoiceSource source();

  /**
   * The rate that was agreed for the customer.
   *
   * @param rate fraction; 0 is a rate
   */
  record ByAccount(BigDecimal rate) implements Choice {
    @Override
    public ChoiceSource source() {
      return ChoiceSource.ACCOUNT;
    }
  }

  /**
   * A rule.
   *
   * @param candidate the version of the rule that decides
   */
  record ByRule(RuleCandidate candidate) implements Choice {
    @Override
    public ChoiceSource source() {
      return ChoiceSource.RULE;
    }
  }

  /**
   * The rate that was agreed for whatever no rule fits.
   *
   * @param rate fraction; 0 is a rate
   */
  record ByPartner(BigDecimal rate) implements Choice {
    @Override
    public ChoiceSource source() {
      return ChoiceSource.PARTNER;
    }
  }

  /**
   * Nothing.
   *
   * @param reason why
   */
  record None(NoneReason reason) implements Choice {
    @Override
    public ChoiceSource source() {
      return ChoiceSource.NONE;
    }
  }
}
