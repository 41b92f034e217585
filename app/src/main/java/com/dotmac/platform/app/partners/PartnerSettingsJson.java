package com.dotmac.platform.app.partners;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.app.http.PositiveMoney;
import com.dotmac.platform.domain.partners.PartnerPolicy;
import com.dotmac.platform.domain.shared.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** The settings of the partner programme on the wire. */
final class PartnerSettingsJson {

  private static final int MOST_CURRENCIES = 200;

  private PartnerSettingsJson() {}

  /** What changes settings; a field left out stays. A list takes the place of the whole list. */
  record Change(
      JsonNullable<@NotNull @Min(0) @Max(PartnerPolicy.MAX_HOLD_DAYS) Integer> holdDays,
      JsonNullable<@NotNull Boolean> automaticApproval,
      JsonNullable<@NotNull Boolean> makerChecker,
      JsonNullable<@NotNull Boolean> applicationsOpen,
      JsonNullable<@NotNull @Min(0) @Max(PartnerPolicy.MAX_PROTECTION_DAYS) Integer> protectionDays,
      JsonNullable<
              @NotNull @Size(max = MOST_CURRENCIES) List<@NotNull @Valid @PositiveMoney MoneyJson>>
          payoutMinimums) {

    PartnerPolicy appliedTo(PartnerPolicy present) {
      return new PartnerPolicy(
          Patch.required(holdDays, present.holdDays()),
          Patch.required(automaticApproval, present.automaticApproval()),
          Patch.required(makerChecker, present.makerChecker()),
          Patch.required(applicationsOpen, present.applicationsOpen()),
          Patch.required(protectionDays, present.protectionDays()),
          minimums(present.payoutMinimums()));
    }

    private List<Money> minimums(List<Money> present) {
      @Nullable List<MoneyJson> wanted = payoutMinimums.isPresent() ? payoutMinimums.get() : null;
      return wanted == null ? present : wanted.stream().map(MoneyJson::money).toList();
    }
  }

  /** Settings as callers see them. */
  record View(
      int holdDays,
      boolean automaticApproval,
      boolean makerChecker,
      boolean applicationsOpen,
      int protectionDays,
      List<MoneyJson> payoutMinimums) {

    static View of(PartnerPolicy policy) {
      return new View(
          policy.holdDays(),
          policy.automaticApproval(),
          policy.makerChecker(),
          policy.applicationsOpen(),
          policy.protectionDays(),
          policy.payoutMinimums().stream().map(MoneyJson::of).toList());
    }
  }
}
