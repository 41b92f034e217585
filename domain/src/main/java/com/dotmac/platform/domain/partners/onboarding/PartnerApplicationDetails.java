package com.dotmac.platform.domain.partners.onboarding;

import com.dotmac.platform.domain.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a company says that applies to become a partner.
 *
 * @param companyName 1 to 255 characters
 * @param contactName whom to ask, 1 to 200 characters
 * @param email whom to write to; kept in lower case
 * @param phone digits, blanks, + and -; {@code null}: not said
 * @param website address of the company's pages; {@code null}: not said
 * @param description in its own words, at most 2,000 characters; {@code null}: not said
 * @param expectedMonthlyReferrals how many customers it thinks to bring in a month; {@code null}:
 *     not said
 */
public record PartnerApplicationDetails(
    String companyName,
    String contactName,
    String email,
    @Nullable String phone,
    @Nullable String website,
    @Nullable String description,
    @Nullable Integer expectedMonthlyReferrals) {

  /** Puts the address in its stored form. */
  public PartnerApplicationDetails {
    email = EmailAddress.required(email);
  }
}
