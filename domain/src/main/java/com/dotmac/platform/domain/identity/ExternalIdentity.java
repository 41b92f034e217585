package com.dotmac.platform.domain.identity;

/**
 * A person as an OpenID provider knows him. Both names are printable ASCII (OpenID Connect Core,
 * section 2) and taken to the letter: nothing is trimmed, folded or resolved, for two names that
 * look alike are two people.
 *
 * @param issuer name of the provider, {@code iss} of its tokens, 1 to 255 characters
 * @param subject name of the person there, {@code sub}, 1 to 255 characters
 */
public record ExternalIdentity(String issuer, String subject) {

  /** Longest name, of a person as of a provider. */
  static final int LONGEST = 255;

  /**
   * Checks both names.
   *
   * @throws UserIdentityException.InvalidDetails if one is empty, too long or not printable ASCII
   */
  public ExternalIdentity {
    if (!isName(issuer) || !isName(subject)) {
      throw new UserIdentityException.InvalidDetails();
    }
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.chars().allMatch(character -> character >= ' ' && character <= '~');
  }
}
