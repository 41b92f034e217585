package com.dotmac.platform.app.identity;

import com.dotmac.platform.domain.communications.Message;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links that are mailed to people, on the wire. */
final class LinkJson {

  private static final int LONGEST_TOKEN = 200;

  private LinkJson() {}

  /**
   * Who forgot his password.
   *
   * @param tenant slug of his tenant
   */
  record Ask(@NotBlank @Size(max = 63) String tenant, @NotBlank @Size(max = 254) String email) {

    /** Names the tenant without telling who asks. */
    @Override
    public String toString() {
      return "a new password at " + tenant;
    }
  }

  /**
   * The same for everybody who asks.
   *
   * @param expiresInSeconds how long the link is good that is mailed to whoever has an account
   */
  record Asked(long expiresInSeconds) {}

  /**
   * What whoever has a link chooses.
   *
   * @param token what stands behind the {@code #} of the link
   */
  record Choose(
      @NotBlank @Size(max = LONGEST_TOKEN) String token,
      @NotBlank @Size(max = 200) String newPassword) {

    /** Gives nothing away. */
    @Override
    public String toString() {
      return "a password that was chosen";
    }
  }

  /**
   * What shows that an address is one's own.
   *
   * @param token what stands behind the {@code #} of the link
   */
  record Verify(@NotBlank @Size(max = LONGEST_TOKEN) String token) {

    /** Gives nothing away. */
    @Override
    public String toString() {
      return "a link";
    }
  }

  /**
   * Whose link it was.
   *
   * @param tenant slug of his tenant, to sign in with
   * @param email his address, which is verified now
   */
  record Opened(String tenant, String email) {}

  /**
   * A mail that was written.
   *
   * @param id identifier of the message, for those who may read the log of messages
   * @param recipientAddress to whom it goes
   * @param expiresAt from when on its link opens nothing
   */
  record Mailed(UUID id, String recipientAddress, @Nullable Instant expiresAt) {

    static Mailed of(Message message) {
      return new Mailed(message.id(), message.recipient().address(), message.expiresAt());
    }
  }
}
