package com.dotmac.platform.app.partners.rules;

import com.dotmac.platform.app.http.RateJson;
import com.dotmac.platform.domain.partners.rules.Choice;
import com.dotmac.platform.domain.partners.rules.ChoiceSource;
import com.dotmac.platform.domain.partners.rules.DraftRule;
import com.dotmac.platform.domain.partners.rules.NoneReason;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What decides how much is earned, as callers see it.
 *
 * @param source what kind of thing
 * @param rate the rate that was agreed, of {@code account} and {@code partner}
 * @param commissionId the rule, of {@code rule}; {@code null} where it is the one that is tried
 * @param versionId what the rule says, of {@code rule}; {@code null} where it is the one that is
 *     tried
 * @param isDraft whether it is the rule that is tried
 * @param reason why nothing decides, of {@code none}
 */
record ChoiceJson(
    ChoiceSource source,
    @Nullable String rate,
    @Nullable UUID commissionId,
    @Nullable UUID versionId,
    boolean isDraft,
    @Nullable NoneReason reason) {

  static ChoiceJson of(Choice choice) {
    if (choice instanceof Choice.ByAccount agreed) {
      return new ChoiceJson(choice.source(), RateJson.text(agreed.rate()), null, null, false, null);
    }
    if (choice instanceof Choice.ByPartner agreed) {
      return new ChoiceJson(choice.source(), RateJson.text(agreed.rate()), null, null, false, null);
    }
    if (choice instanceof Choice.ByRule rule) {
      boolean draft = rule.candidate().commissionId().equals(DraftRule.ID);
      return new ChoiceJson(
          choice.source(),
          null,
          draft ? null : rule.candidate().commissionId(),
          draft ? null : rule.candidate().versionId(),
          draft,
          null);
    }
    return new ChoiceJson(
        choice.source(), null, null, null, false, ((Choice.None) choice).reason());
  }
}
