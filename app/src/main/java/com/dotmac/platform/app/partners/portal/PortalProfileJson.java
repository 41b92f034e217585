package com.dotmac.platform.app.partners.portal;

import com.dotmac.platform.app.http.CountryCode;
import com.dotmac.platform.app.http.Patch;
import com.dotmac.platform.app.http.RateJson;
import com.dotmac.platform.domain.partners.CommissionModel;
import com.dotmac.platform.domain.partners.Partner;
import com.dotmac.platform.domain.partners.PartnerDetails;
import com.dotmac.platform.domain.partners.PartnerStatus;
import com.dotmac.platform.domain.partners.PartnerTier;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.validator.constraints.URL;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** A partner as he sees himself, on the wire. */
final class PortalProfileJson {

  private static final String HTTP = "https?://.+";
  private static final String PHONE = "[0-9+][0-9+ -]*";

  private PortalProfileJson() {}

  /**
   * What a partner may change of himself: a field left out stays, {@code null} removes it where it
   * may be missing. What was agreed with him is changed by the tenant alone.
   */
  record Change(
      JsonNullable<@NotBlank @Size(max = 255) String> companyName,
      JsonNullable<@Size(min = 1, max = 255) String> legalName,
      JsonNullable<@URL(regexp = HTTP) @Size(max = 255) String> website,
      JsonNullable<@NotBlank @Email @Size(max = 254) String> primaryEmail,
      JsonNullable<@Size(min = 1, max = 254) @Email String> billingEmail,
      JsonNullable<@Pattern(regexp = PHONE) @Size(max = 30) String> phone,
      JsonNullable<@CountryCode String> country) {

    PartnerDetails appliedTo(PartnerDetails present) {
      return new PartnerDetails(
          Patch.required(companyName, present.companyName()),
          Patch.of(legalName, present.legalName()),
          Patch.of(website, present.website()),
          present.tier(),
          present.commissionModel(),
          present.defaultCommissionRate(),
          Patch.required(primaryEmail, present.primaryEmail()),
          Patch.of(billingEmail, present.billingEmail()),
          Patch.of(phone, present.phone()),
          Patch.of(country, present.country()),
          present.externalId(),
          present.metadata());
    }
  }

  /** The partner; what the tenant notes about him for itself is not here. */
  record View(
      UUID id,
      String number,
      PartnerStatus status,
      String companyName,
      @Nullable String legalName,
      @Nullable String website,
      PartnerTier tier,
      CommissionModel commissionModel,
      @Nullable String defaultCommissionRate,
      String primaryEmail,
      @Nullable String billingEmail,
      @Nullable String phone,
      @Nullable String country,
      Instant createdAt,
      Instant updatedAt) {

    static View of(Partner partner) {
      PartnerDetails details = partner.details();
      return new View(
          partner.id(),
          partner.number(),
          partner.status(),
          details.companyName(),
          details.legalName(),
          details.website(),
          details.tier(),
          details.commissionModel(),
          RateJson.text(details.defaultCommissionRate()),
          details.primaryEmail(),
          details.billingEmail(),
          details.phone(),
          details.country(),
          partner.createdAt(),
          partner.updatedAt());
    }
  }
}
