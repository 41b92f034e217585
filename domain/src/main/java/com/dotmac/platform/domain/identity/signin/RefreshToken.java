package com.dotmac.platform.domain.identity.signin;

import com.dotmac.platform.domain.identity.TokenText;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A refresh token as its holder has it: {@code dmr_<tenant>.<session>.<family>.<secret>}, each part
 * in URL-safe Base64.
 *
 * <p>All tokens of a session share the family part, and only the newest has the secret that opens
 * it. So one with the right family and a wrong secret was good once: it comes from whoever has a
 * copy, or from whoever was copied. Without the family part nobody can claim that, and so end the
 * session of somebody else.
 *
 * @param tenantId tenant of the session
 * @param sessionId the session
 * @param family what all tokens of the session have, 128 random bits
 * @param secret what this one has, 256 random bits
 */
record RefreshToken(UUID tenantId, UUID sessionId, String family, String secret) {

  private static final Pattern FORM =
      Pattern.compile("dmr_([\\w-]{22})\\.([\\w-]{22})\\.([\\w-]{22})\\.([\\w-]{43})");

  /** The first token of a session. */
  static RefreshToken first(UUID tenantId, UUID sessionId) {
    return new RefreshToken(tenantId, sessionId, TokenText.random(16), TokenText.random(32));
  }

  /** The token that takes the place of this one. */
  RefreshToken next() {
    return new RefreshToken(tenantId, sessionId, family, TokenText.random(32));
  }

  /**
   * Reads a token.
   *
   * @param text what the caller presented
   * @return empty if it is no refresh token of ours
   */
  static Optional<RefreshToken> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new RefreshToken(
            TokenText.identifier(matcher.group(1)),
            TokenText.identifier(matcher.group(2)),
            matcher.group(3),
            matcher.group(4)));
  }

  /** The token as text. */
  String text() {
    return "dmr_"
        + String.join(".", TokenText.of(tenantId), TokenText.of(sessionId), family, secret);
  }

  /** Names the token without giving it away. */
  @Override
  public String toString() {
    return "refresh token of session " + sessionId;
  }
}
