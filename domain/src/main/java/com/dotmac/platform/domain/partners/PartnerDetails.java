package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.EmailAddress;
import com.dotmac.platform.domain.shared.Fraction;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people say of a partner and may change.
 *
 * @param companyName name for people, 1 to 255 characters; unique in the tenant among partners that
 *     are not archived
 * @param legalName name in the register of companies; {@code null}: as {@code companyName}
 * @param website address of the company's pages; {@code null}: unknown
 * @param tier standing in the programme
 * @param commissionModel how commission is reckoned where no rule says otherwise
 * @param defaultCommissionRate fraction from 0 to 1 with at most six decimals, 0.15 is 15 %; 0 is a
 *     rate; {@code null}: none agreed
 * @param primaryEmail whom to write to; kept in lower case
 * @param billingEmail where statements go; kept in lower case; {@code null}: to {@code
 *     primaryEmail}
 * @param phone digits, blanks, + and -; {@code null}: unknown
 * @param country ISO 3166-1 alpha-2 code; {@code null}: unknown
 * @param externalId id in a system of the tenant, unique there; {@code null}: none
 * @param metadata names and texts of the tenant's own; the platform never computes with them
 */
public record PartnerDetails(
    String companyName,
    @Nullable String legalName,
    @Nullable String website,
    PartnerTier tier,
    CommissionModel commissionModel,
    @Nullable BigDecimal defaultCommissionRate,
    String primaryEmail,
    @Nullable String billingEmail,
    @Nullable String phone,
    @Nullable String country,
    @Nullable String externalId,
    Map<String, String> metadata) {

  /** Puts addresses and the rate in the form in which they are stored and compared. */
  public PartnerDetails {
    defaultCommissionRate = Fraction.normaliseNullable(defaultCommissionRate);
    primaryEmail = EmailAddress.required(primaryEmail);
    billingEmail = EmailAddress.normalise(billingEmail);
    metadata = Map.copyOf(metadata);
  }
}
