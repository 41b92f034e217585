package com.dotmac.platform.domain.identity;

import com.dotmac.platform.domain.shared.EmailAddress;

/**
 * What people say of a user.
 *
 * @param email address, up to 254 characters; kept in lower case
 * @param displayName name for people, 1 to 200 characters
 */
public record UserDetails(String email, String displayName) {

  /** Brings both into the form in which they are kept, and checks their lengths. */
  public UserDetails {
    email = EmailAddress.required(email);
    displayName = displayName.strip();
    if (email.isEmpty()
        || email.length() > 254
        || displayName.isEmpty()
        || displayName.length() > 200) {
      throw new UserException.InvalidDetails();
    }
  }
}
