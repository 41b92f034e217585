package com.dotmac.platform.domain.customers;

import com.dotmac.platform.domain.shared.EmailAddress;

/**
 * What is said of a person at a customer's and may be changed.
 *
 * @param name name of the person, 1 to 255 characters
 * @param email kept in lower case; unique among the contacts of the customer
 * @param role what the person is asked about
 * @param primary whether the person is asked first; one of a customer's at the most
 */
public record CustomerContactDetails(String name, String email, ContactRole role, boolean primary) {

  /** Puts the address in its stored form. */
  public CustomerContactDetails {
    email = EmailAddress.required(email);
  }
}
