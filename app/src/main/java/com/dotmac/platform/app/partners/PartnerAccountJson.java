package com.dotmac.platform.app.partners;

import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.app.http.Rate;
import com.dotmac.platform.app.http.RateJson;
import com.dotmac.platform.domain.partners.PartnerAccount;
import com.dotmac.platform.domain.partners.PartnerAccountDetails;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** A customer whom a partner looks after, on the wire. */
final class PartnerAccountJson {

  private static final String ENGAGEMENT = "[a-z][a-z0-9_]{0,49}";
  private static final String ENGAGEMENT_MESSAGE =
      "must be a lower-case word of letters, digits and underscores, such as referral";

  private PartnerAccountJson() {}

  /** What gives a customer to a partner. */
  record Create(
      @NotNull UUID customerId,
      @NotNull @Pattern(regexp = ENGAGEMENT, message = ENGAGEMENT_MESSAGE) String engagementType,
      @Nullable @Rate BigDecimal customCommissionRate,
      @Nullable @Size(min = 1, max = 2000) String notes) {

    PartnerAccountDetails details() {
      return new PartnerAccountDetails(engagementType, customCommissionRate, notes);
    }
  }

  /**
   * What changes an account: a field left out stays, {@code null} removes it where it may be
   * missing.
   */
  record Change(
      JsonNullable<@NotNull @Pattern(regexp = ENGAGEMENT, message = ENGAGEMENT_MESSAGE) String>
          engagementType,
      JsonNullable<@Rate BigDecimal> customCommissionRate,
      JsonNullable<@Size(min = 1, max = 2000) String> notes) {

    PartnerAccountDetails appliedTo(PartnerAccountDetails present) {
      return new PartnerAccountDetails(
          Patch.required(engagementType, present.engagementType()),
          Patch.of(customCommissionRate, present.customCommissionRate()),
          Patch.of(notes, present.notes()));
    }
  }

  /** An account as callers see it. */
  record View(
      UUID id,
      UUID partnerId,
      UUID customerId,
      String engagementType,
      @Nullable String customCommissionRate,
      @Nullable String notes,
      boolean active,
      Instant startedAt,
      @Nullable Instant endedAt,
      Instant updatedAt) {

    static View of(PartnerAccount account) {
      PartnerAccountDetails details = account.details();
      return new View(
          account.id(),
          account.partnerId(),
          account.customerId(),
          details.engagementType(),
          RateJson.text(details.customCommissionRate()),
          details.notes(),
          account.endedAt() == null,
          account.startedAt(),
          account.endedAt(),
          account.updatedAt());
    }
  }
}
