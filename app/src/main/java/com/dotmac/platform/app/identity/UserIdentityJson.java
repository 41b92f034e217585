package com.dotmac.platform.app.identity;

import com.dotmac.platform.domain.identity.ExternalIdentity;
import com.dotmac.platform.domain.identity.UserIdentity;
import com.dotmac.platform.domain.tenancy.Actor;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who a user is at an OpenID provider, on the wire. */
final class UserIdentityJson {

  private static final String ASCII = "[ -~]*";
  private static final String ASCII_MESSAGE = "must be printable ASCII";

  private UserIdentityJson() {}

  /**
   * What links an identity.
   *
   * @param issuer name of the provider, to the letter as in {@code iss} of its tokens
   * @param subject name of the person there, to the letter as in {@code sub}
   */
  record Create(
      @NotBlank @Size(max = 255) @Pattern(regexp = ASCII, message = ASCII_MESSAGE) String issuer,
      @NotBlank @Size(max = 255) @Pattern(regexp = ASCII, message = ASCII_MESSAGE) String subject) {

    ExternalIdentity identity() {
      return new ExternalIdentity(issuer, subject);
    }
  }

  /** Who linked an identity. */
  record LinkedBy(Actor.Kind kind, @Nullable UUID id, String name) {}

  /** An identity as callers see it. */
  record View(
      UUID id, UUID userId, String issuer, String subject, Instant linkedAt, LinkedBy linkedBy) {

    static View of(UserIdentity link) {
      Actor actor = link.linkedBy();
      return new View(
          link.id(),
          link.userId(),
          link.identity().issuer(),
          link.identity().subject(),
          link.linkedAt(),
          new LinkedBy(actor.kind(), actor.id(), actor.name()));
    }
  }
}
