package com.dotmac.platform.app.partners.referrals;

import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.app.http.PositiveMoney;
import com.dotmac.platform.domain.partners.referrals.PartnerReferral;
import com.dotmac.platform.domain.partners.referrals.ReferralDetails;
import com.dotmac.platform.domain.partners.referrals.ReferralStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** A referral on the wire. */
final class PartnerReferralJson {

  private static final String PHONE = "[0-9+][0-9+ -]*";

  private PartnerReferralJson() {}

  /** What names a prospect for a partner. */
  record Create(
      @NotNull UUID partnerId,
      @NotBlank @Size(max = 200) String contactName,
      @NotBlank @Email @Size(max = 254) String email,
      @Nullable @Size(min = 1, max = 255) String companyName,
      @Nullable @Pattern(regexp = PHONE) @Size(max = 30) String phone,
      @Nullable @Valid @PositiveMoney MoneyJson estimate,
      @Nullable @Size(min = 1, max = 100) String source,
      @Nullable @Size(min = 1, max = 2000) String notes) {

    ReferralDetails details() {
      return new Submit(contactName, email, companyName, phone, estimate, source, notes).details();
    }
  }

  /** What names a prospect for the partner for whom the caller acts. */
  record Submit(
      @NotBlank @Size(max = 200) String contactName,
      @NotBlank @Email @Size(max = 254) String email,
      @Nullable @Size(min = 1, max = 255) String companyName,
      @Nullable @Pattern(regexp = PHONE) @Size(max = 30) String phone,
      @Nullable @Valid @PositiveMoney MoneyJson estimate,
      @Nullable @Size(min = 1, max = 100) String source,
      @Nullable @Size(min = 1, max = 2000) String notes) {

    ReferralDetails details() {
      return new ReferralDetails(
          contactName,
          email,
          companyName,
          phone,
          estimate == null ? null : estimate.money(),
          source,
          notes);
    }
  }

  /**
   * What changes a referral: a field left out stays, {@code null} removes it where it may be
   * missing.
   */
  record Change(
      JsonNullable<@NotBlank @Size(max = 200) String> contactName,
      JsonNullable<@NotBlank @Email @Size(max = 254) String> email,
      JsonNullable<@Size(min = 1, max = 255) String> companyName,
      JsonNullable<@Pattern(regexp = PHONE) @Size(max = 30) String> phone,
      JsonNullable<@Size(min = 1, max = 100) String> source,
      JsonNullable<@Size(min = 1, max = 2000) String> notes) {

    ReferralDetails appliedTo(ReferralDetails present) {
      return new ReferralDetails(
          Patch.required(contactName, present.contactName()),
          Patch.required(email, present.email()),
          Patch.of(companyName, present.companyName()),
          Patch.of(phone, present.phone()),
          present.estimate(),
          Patch.of(source, present.source()),
          Patch.of(notes, present.notes()));
    }
  }

  /** Why a step is taken; kept in the audit trail. */
  record Step(@Nullable @Size(min = 1, max = 500) String reason) {}

  /** Why a referral ends without a customer; kept with it and in the audit trail. */
  record End(@NotBlank @Size(max = 500) String reason) {}

  /** Which customer the prospect became; left out: a new one is made. */
  record Convert(@Nullable UUID customerId) {}

  /** A referral as callers see it. */
  record View(
      UUID id,
      UUID partnerId,
      ReferralStatus status,
      String contactName,
      String email,
      @Nullable String companyName,
      @Nullable String phone,
      @Nullable MoneyJson estimate,
      @Nullable String source,
      @Nullable String notes,
      Instant submittedAt,
      Instant protectedUntil,
      @Nullable Instant contactedAt,
      @Nullable Instant qualifiedAt,
      @Nullable Instant closedAt,
      @Nullable String closeReason,
      @Nullable UUID customerId,
      @Nullable UUID accountId,
      Instant updatedAt) {

    static View of(PartnerReferral referral) {
      ReferralDetails details = referral.details();
      return new View(
          referral.id(),
          referral.partnerId(),
          referral.status(),
          details.contactName(),
          details.email(),
          details.companyName(),
          details.phone(),
          MoneyJson.ofNullable(details.estimate()),
          details.source(),
          details.notes(),
          referral.submittedAt(),
          referral.protectedUntil(),
          referral.contactedAt(),
          referral.qualifiedAt(),
          referral.closedAt(),
          referral.closeReason(),
          referral.customerId(),
          referral.accountId(),
          referral.updatedAt());
    }
  }
}
