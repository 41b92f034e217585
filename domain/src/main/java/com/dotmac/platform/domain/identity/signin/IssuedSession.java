package com.dotmac.platform.domain.identity.signin;

/**
 * A session with its newest refresh token: the only time that the token's text exists on this side.
 *
 * @param session the row
 * @param refreshToken what the holder presents to go on; show it once and forget it
 */
public record IssuedSession(UserSession session, String refreshToken) {

  /** Names the session without giving the token away. */
  @Override
  public String toString() {
    return "session " + session.id();
  }
}
