package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.idempotency.ShownOnce;
import com.dotmac.platform.domain.identity.ApiKey;
import com.dotmac.platform.domain.identity.ApiKeyStatus;
import com.dotmac.platform.domain.identity.IssuedApiKey;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.shared.Coded;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An API key on the wire. */
final class ApiKeyJson {

  private ApiKeyJson() {}

  /** What issues a key. */
  record Create(
      @NotBlank @Size(max = 100) String name,
      @NotEmpty List<@NotNull Permission> permissions,
      @Nullable Instant expiresAt) {

    Set<Permission> granted() {
      return Set.copyOf(permissions);
    }
  }

  /** How a key is replaced; all of it may be left out. */
  record Rotate(
      @Nullable @Min(0) @Max(MOST_OVERLAP) Long overlapSeconds, @Nullable Instant expiresAt) {

    private static final long MOST_OVERLAP = 30L * 24 * 60 * 60;
    private static final Duration USUAL_OVERLAP = Duration.ofDays(1);

    /** What holds when no body was sent. */
    static final Rotate AS_USUAL = new Rotate(null, null);

    Duration overlap() {
      return overlapSeconds == null ? USUAL_OVERLAP : Duration.ofSeconds(overlapSeconds);
    }
  }

  /** Why a key is revoked. */
  record Revoke(@Nullable @Size(min = 1, max = 500) String reason) {}

  /** A key as callers see it. */
  record View(
      UUID id,
      String name,
      String prefix,
      ApiKeyStatus status,
      List<Permission> permissions,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt,
      @Nullable Instant lastUsedAt) {

    static View of(ApiKey key, Instant at) {
      return new View(
          key.id(),
          key.name(),
          key.prefix(),
          key.status(at),
          key.permissions().stream().sorted(Comparator.comparing(Coded::code)).toList(),
          key.createdAt(),
          key.expiresAt(),
          key.revokedAt(),
          key.lastUsedAt());
    }
  }

  /**
   * A key at its birth: the only answer that ever holds its text.
   *
   * @param token the text; {@code null} when the answer is given again under an Idempotency-Key
   */
  record Issued(
      UUID id,
      String name,
      String prefix,
      ApiKeyStatus status,
      List<Permission> permissions,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable String token)
      implements ShownOnce {

    static Issued of(IssuedApiKey issued, Instant at) {
      View view = View.of(issued.key(), at);
      return new Issued(
          view.id(),
          view.name(),
          view.prefix(),
          view.status(),
          view.permissions(),
          view.createdAt(),
          view.expiresAt(),
          issued.token());
    }

    @Override
    public Issued withoutSecret() {
      return new Issued(id, name, prefix, status, permissions, createdAt, expiresAt, null);
    }

    /** Names the key without giving it away. */
    @Override
    public String toString() {
      return "API key " + prefix;
    }
  }
}
