package com.dotmac.platform.domain.partners.referrals;

import com.dotmac.platform.domain.shared.EmailAddress;
import com.dotmac.platform.domain.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a prospect and may be changed.
 *
 * @param contactName whom to ask, 1 to 200 characters
 * @param email whom to write to; kept in lower case
 * @param companyName of the prospect, 1 to 255 characters; {@code null}: not said
 * @param phone digits, blanks, + and -; {@code null}: not said
 * @param estimate what it may be worth, not negative; {@code null}: not said
 * @param source where the prospect comes from, at most 100 characters; {@code null}: not said
 * @param notes for people, at most 2,000 characters; {@code null}: none
 */
public record ReferralDetails(
    String contactName,
    String email,
    @Nullable String companyName,
    @Nullable String phone,
    @Nullable Money estimate,
    @Nullable String source,
    @Nullable String notes) {

  /** Puts the address in its stored form. */
  public ReferralDetails {
    email = EmailAddress.required(email);
  }

  /** What of the address stands behind the {@code @}. */
  String domain() {
    return email.substring(email.lastIndexOf('@') + 1);
  }
}
