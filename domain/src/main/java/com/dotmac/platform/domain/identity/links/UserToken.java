package com.dotmac.platform.domain.identity.links;

import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A link that was mailed to a person. Good once, for a while, for the address that it was mailed
 * to, and until a newer one of its purpose is. Holds a digest of its secret, never the secret.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "user_tokens")
public class UserToken {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("users")
  @Column(name = "user_id", nullable = false, updatable = false)
  private UUID userId;

  @Column(nullable = false, length = 20, updatable = false)
  @Convert(converter = LinkPurpose.Column.class)
  private LinkPurpose purpose;

  @Column(nullable = false, length = 254, updatable = false)
  private String email;

  @Column(name = "secret_digest", nullable = false, updatable = false)
  private byte[] secretDigest;

  @Column(name = "issued_at", nullable = false, updatable = false)
  private Instant issuedAt;

  @Column(name = "expires_at", nullable = false, updatable = false)
  private Instant expiresAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "end_reason", length = 20)
  @Convert(converter = LinkEnd.Column.class)
  private @Nullable LinkEnd endReason;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected UserToken() {}

  UserToken(CallContext context, User user, LinkPurpose purpose, LinkToken token) {
    tenantId = context.scope().tenantId();
    id = token.id();
    userId = user.id();
    this.purpose = purpose;
    email = user.email();
    secretDigest = token.digest();
    issuedAt = context.at();
    expiresAt = context.at().plus(purpose.life());
  }

  /** When it was mailed. */
  Instant issuedAt() {
    return issuedAt;
  }

  /** From when on it opens nothing. */
  Instant expiresAt() {
    return expiresAt;
  }

  /** Whether it is still good, and a token that was presented is this one. */
  boolean opensWith(LinkToken presented, LinkPurpose wanted, Instant at) {
    return purpose == wanted
        && endedAt == null
        && at.isBefore(expiresAt)
        && presented.hasDigest(secretDigest);
  }

  /** Whether it was mailed to the address that the person has now. */
  boolean wasMailedTo(User user) {
    return email.equals(user.email());
  }

  void end(LinkEnd reason, Instant at) {
    endedAt = at;
    endReason = reason;
  }

  /** What the audit trail keeps of a link. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("email", email);
    state.put("issuedAt", issuedAt.toString());
    state.put("expiresAt", expiresAt.toString());
    state.put("endReason", endReason == null ? null : endReason.code());
    return state;
  }
}
