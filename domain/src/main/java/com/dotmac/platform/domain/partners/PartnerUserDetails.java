package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.EmailAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a person of a partner and may be changed.
 *
 * @param firstName 1 to 100 characters
 * @param lastName 1 to 100 characters
 * @param email kept in lower case; unique among the active people of the partner
 * @param role what the person may do for the partner
 * @param primaryContact whether this is whom to ask first; at most one per partner
 * @param userId the same person as a user of the tenant; {@code null}: has no login
 */
public record PartnerUserDetails(
    String firstName,
    String lastName,
    String email,
    PartnerRole role,
    boolean primaryContact,
    @Nullable UUID userId) {

  /** Puts the address in its stored form. */
  public PartnerUserDetails {
    email = EmailAddress.required(email);
  }
}
