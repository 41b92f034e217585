package com.dotmac.platform.app.partners.onboarding;

import com.dotmac.platform.domain.partners.onboarding.PartnerApplication;
import com.dotmac.platform.domain.partners.onboarding.PartnerApplicationDetails;
import com.dotmac.platform.domain.partners.onboarding.PartnerApplicationStatus;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.validator.constraints.URL;
import org.jspecify.annotations.Nullable;

/** An application to become a partner, on the wire. */
final class PartnerApplicationJson {

  private static final String HTTP = "https?://.+";
  private static final String PHONE = "[0-9+][0-9+ -]*";

  private PartnerApplicationJson() {}

  /** What a company says that applies. */
  record Create(
      @NotBlank @Size(max = 255) String companyName,
      @NotBlank @Size(max = 200) String contactName,
      @NotBlank @Email @Size(max = 254) String email,
      @Nullable @Pattern(regexp = PHONE) @Size(max = 30) String phone,
      @Nullable @URL(regexp = HTTP) @Size(max = 255) String website,
      @Nullable @Size(min = 1, max = 2000) String description,
      @Nullable @Min(0) @Max(1_000_000) Integer expectedMonthlyReferrals) {

    PartnerApplicationDetails details() {
      return new PartnerApplicationDetails(
          companyName, contactName, email, phone, website, description, expectedMonthlyReferrals);
    }
  }

  /**
   * The same for everybody who applies.
   *
   * @param status always pending: whoever applies waits
   */
  record Received(PartnerApplicationStatus status) {}

  /** Why an application is approved; kept with it and in the audit trail. */
  record Approve(@Nullable @Size(min = 1, max = 500) String reason) {}

  /** Why an application is rejected; kept with it and in the audit trail, and not mailed. */
  record Reject(@NotBlank @Size(max = 500) String reason) {}

  /** An application as callers see it. */
  record View(
      UUID id,
      PartnerApplicationStatus status,
      String companyName,
      String contactName,
      String email,
      @Nullable String phone,
      @Nullable String website,
      @Nullable String description,
      @Nullable Integer expectedMonthlyReferrals,
      @Nullable String decisionReason,
      @Nullable UUID partnerId,
      Instant createdAt,
      @Nullable Instant decidedAt) {

    static View of(PartnerApplication application) {
      PartnerApplicationDetails details = application.details();
      return new View(
          application.id(),
          application.status(),
          details.companyName(),
          details.contactName(),
          details.email(),
          details.phone(),
          details.website(),
          details.description(),
          details.expectedMonthlyReferrals(),
          application.decisionReason(),
          application.partnerId(),
          application.createdAt(),
          application.decidedAt());
    }
  }
}
