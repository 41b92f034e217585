package com.dotmac.platform.app.partners.onboarding;

import com.dotmac.platform.domain.partners.PartnerRole;
import com.dotmac.platform.domain.partners.onboarding.PartnerInvitation;
import com.dotmac.platform.domain.partners.onboarding.PartnerInvitationStatus;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invitation to act for a partner, on the wire. */
public final class PartnerInvitationJson {

  private static final int LONGEST_TOKEN = 200;

  private PartnerInvitationJson() {}

  /** Who is invited, and what he is to be. */
  public record Create(@NotBlank @Email @Size(max = 254) String email, @NotNull PartnerRole role) {}

  /**
   * What a stranger says who has a link.
   *
   * @param token what stands behind the {@code #} of the link
   */
  record Accept(
      @NotBlank @Size(max = LONGEST_TOKEN) String token,
      @NotBlank @Size(max = 99) String firstName,
      @NotBlank @Size(max = 99) String lastName,
      @NotBlank @Size(min = 12, max = 200) String newPassword) {

    /** Gives nothing away. */
    @Override
    public String toString() {
      return "an invitation that was accepted";
    }
  }

  /**
   * What somebody says who signed in and has a link.
   *
   * @param token what stands behind the {@code #} of the link
   */
  record Join(
      @NotBlank @Size(max = LONGEST_TOKEN) String token,
      @NotBlank @Size(max = 100) String firstName,
      @NotBlank @Size(max = 100) String lastName) {

    /** Gives nothing away. */
    @Override
    public String toString() {
      return "an invitation that was accepted";
    }
  }

  /**
   * Whose login it is now.
   *
   * @param tenant slug of the tenant, to sign in with
   * @param email his address, which is verified
   */
  record Accepted(String tenant, String email) {}

  /** For whom somebody acts now. */
  record Joined(UUID partnerId, UUID partnerUserId, PartnerRole role) {}

  /** An invitation as callers see it; its link is in the mail alone. */
  public record View(
      UUID id,
      UUID partnerId,
      String email,
      PartnerRole role,
      PartnerInvitationStatus status,
      int mailedCount,
      Instant mailedAt,
      Instant expiresAt,
      Instant createdAt,
      @Nullable Instant endedAt) {

    /**
     * An invitation.
     *
     * @param now whether its time is over
     */
    public static View of(PartnerInvitation invitation, Instant now) {
      return new View(
          invitation.id(),
          invitation.partnerId(),
          invitation.email(),
          invitation.role(),
          invitation.statusAt(now),
          invitation.mailedCount(),
          invitation.mailedAt(),
          invitation.expiresAt(),
          invitation.createdAt(),
          invitation.endedAt());
    }
  }
}
