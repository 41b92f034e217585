package com.dotmac.platform.app.identity;

import com.dotmac.platform.domain.identity.signin.UserSession;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signing in on the wire. */
final class SignInJson {

  private SignInJson() {}

  /**
   * What signs a person in.
   *
   * @param tenant slug of his tenant
   * @param code that his authenticator app shows, or a backup code; only for who has turned a
   *     second factor on
   */
  record Create(
      @NotBlank @Size(max = 63) String tenant,
      @NotBlank @Size(max = 254) String email,
      @NotBlank @Size(max = 200) String password,
      @Nullable @Size(min = 1, max = SecondFactorJson.LONGEST_CODE) String code) {

    /** Names the person without giving the password away. */
    @Override
    public String toString() {
      return "sign-in at " + tenant;
    }
  }

  /** What goes on with a session. */
  record Refresh(@NotBlank @Size(max = 200) String refreshToken) {

    /** Gives nothing away. */
    @Override
    public String toString() {
      return "refresh";
    }
  }

  /**
   * What opens doors from now on.
   *
   * @param accessToken to be sent as the credential, and forgotten when it has expired
   * @param expiresInSeconds how long the access token is good
   * @param refreshToken good once, for the next pair
   * @param sessionIdleAt until when the session has to be refreshed
   * @param sessionExpiresAt until when it can be
   */
  record Tokens(
      String accessToken,
      String tokenType,
      long expiresInSeconds,
      String refreshToken,
      UUID sessionId,
      Instant sessionIdleAt,
      Instant sessionExpiresAt) {

    private static final String BEARER = "Bearer";

    static Tokens of(SignIns.Tokens tokens, Duration life) {
      UserSession session = tokens.issued().session();
      return new Tokens(
          tokens.accessToken(),
          BEARER,
          life.toSeconds(),
          tokens.issued().refreshToken(),
          session.id(),
          session.idleAt(),
          session.expiresAt());
    }

    /** Names the session without giving a token away. */
    @Override
    public String toString() {
      return "tokens of session " + sessionId;
    }
  }

  /**
   * What was ended.
   *
   * @param endedSessions how many sessions
   */
  record Ended(int endedSessions) {}
}
