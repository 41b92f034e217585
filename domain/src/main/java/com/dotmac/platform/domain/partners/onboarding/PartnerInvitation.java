package com.dotmac.platform.domain.partners.onboarding;

import com.dotmac.platform.domain.identity.links.LinkToken;
import com.dotmac.platform.domain.partners.PartnerRole;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is invited to act for a partner. The link that was mailed last opens it, once and
 * for seven days; holds a digest of its secret, never the secret. Changed only through the doors of
 * this package.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "partner_invitations")
public class PartnerInvitation {

  /** How long a link is good. */
  static final Duration LIFE = Duration.ofDays(7);

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("partners")
  @Column(name = "partner_id", nullable = false, updatable = false)
  private UUID partnerId;

  @Column(nullable = false, length = 254, updatable = false)
  private String email;

  @Column(nullable = false, length = 20, updatable = false)
  @Convert(converter = PartnerRole.Column.class)
  private PartnerRole role;

  @Column(nullable = false, length = 20)
  @Convert(converter = PartnerInvitationStatus.Column.class)
  private PartnerInvitationStatus status;

  @Column(name = "secret_digest", nullable = false)
  private byte[] secretDigest;

  @Column(name = "mailed_count", nullable = false)
  private int mailedCount;

  @Column(name = "mailed_at", nullable = false)
  private Instant mailedAt;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  @References("partner_users")
  @Column(name = "partner_user_id")
  private @Nullable UUID partnerUserId;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected PartnerInvitation() {}

  PartnerInvitation(CallContext context, UUID partnerId, String email, PartnerRole role) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.partnerId = partnerId;
    this.email = email;
    this.role = role;
    status = PartnerInvitationStatus.PENDING;
    createdAt = context.at();
  }

  /** Identifier. */
  public UUID id() {
    return id;
  }

  /** For whom somebody is to act. */
  public UUID partnerId() {
    return partnerId;
  }

  /** Whom it is for, in lower case. */
  public String email() {
    return email;
  }

  /** What he is to be. */
  public PartnerRole role() {
    return role;
  }

  /**
   * Where it stands at an instant: one whose time is over is expired, also before that was noted.
   */
  public PartnerInvitationStatus statusAt(Instant instant) {
    return status == PartnerInvitationStatus.PENDING && !instant.isBefore(expiresAt)
        ? PartnerInvitationStatus.EXPIRED
        : status;
  }

  /** How often it was mailed. */
  public int mailedCount() {
    return mailedCount;
  }

  /** When it was mailed last. */
  public Instant mailedAt() {
    return mailedAt;
  }

  /** From when on the link opens nothing. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** When it was made. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it was accepted, revoked, or noted as expired; {@code null}: pending. */
  public @Nullable Instant endedAt() {
    return endedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  /** A new link takes the place of the one before. */
  LinkToken mail(Instant at) {
    LinkToken fresh = LinkToken.fresh(tenantId, id);
    secretDigest = fresh.digest();
    mailedCount++;
    mailedAt = at;
    expiresAt = at.plus(LIFE);
    return fresh;
  }

  /** Whether it is still good, and a token that was presented is that of the last link. */
  boolean opensWith(LinkToken presented, Instant at) {
    return statusAt(at) == PartnerInvitationStatus.PENDING && presented.hasDigest(secretDigest);
  }

  void end(PartnerInvitationStatus how, Instant at) {
    status = how;
    endedAt = at;
  }

  void accept(UUID person, Instant at) {
    end(PartnerInvitationStatus.ACCEPTED, at);
    partnerUserId = person;
  }

  /** What the audit trail keeps of an invitation. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("partnerId", partnerId.toString());
    state.put("email", email);
    state.put("role", role.code());
    state.put("status", status.code());
    state.put("mailedCount", mailedCount);
    state.put("expiresAt", expiresAt.toString());
    state.put("partnerUserId", partnerUserId == null ? null : partnerUserId.toString());
    return state;
  }
}
