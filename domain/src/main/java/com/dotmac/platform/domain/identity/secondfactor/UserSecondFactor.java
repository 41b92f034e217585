package com.dotmac.platform.domain.identity.secondfactor;

import com.dotmac.platform.domain.sealing.SealedFor;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import com.dotmac.platform.domain.tenancy.TenantScope;
import jakarta.persistence.Column;
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
 * The authenticator app of a person. Holds what the app shares with the server only sealed, and
 * remembers which code was taken last. Whoever takes a code holds the row.
 */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "user_second_factors")
public class UserSecondFactor {

  private static final String PURPOSE = "totp";

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @References("users")
  @Column(name = "user_id", nullable = false)
  private UUID userId;

  @Column(name = "sealed_secret", nullable = false, length = 1000)
  private String sealedSecret;

  @Column(name = "enrolled_at", nullable = false)
  private Instant enrolledAt;

  @Column(name = "confirmed_at")
  private @Nullable Instant confirmedAt;

  @Column(name = "last_step")
  private @Nullable Long lastStep;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected UserSecondFactor() {}

  UserSecondFactor(CallContext context, UUID userId, SharedSecret secret, Seals seals) {
    tenantId = context.scope().tenantId();
    this.userId = userId;
    begin(secret, seals, context.at());
  }

  UUID userId() {
    return userId;
  }

  @Nullable Instant confirmedAt() {
    return confirmedAt;
  }

  boolean isOn() {
    return confirmedAt != null;
  }

  /** Takes another secret, which has to be confirmed. */
  final void begin(SharedSecret secret, Seals seals, Instant at) {
    sealedSecret = seals.seal(place(), secret.base32());
    enrolledAt = at;
    confirmedAt = null;
    lastStep = null;
  }

  /**
   * Takes a code, as {@link #take} does; if it is good, the person is asked for one from now on.
   */
  boolean confirm(String code, Instant at, Seals seals) {
    boolean taken = take(code, at, seals);
    if (taken) {
      confirmedAt = at;
    }
    return taken;
  }

  /**
   * Takes a code of the app, if it is one that can be taken, and never again. A secret under an old
   * key is sealed anew on the way, so that the key can go some day.
   */
  boolean take(String code, Instant at, Seals seals) {
    SharedSecret secret = SharedSecret.parse(seals.open(place(), sealedSecret));
    var step = TimeCodes.accepted(secret, code, at, lastStep == null ? Long.MIN_VALUE : lastStep);
    step.ifPresent(
        taken -> {
          lastStep = taken;
          if (!seals.isUnderFirstKey(sealedSecret)) {
            sealedSecret = seals.seal(place(), secret.base32());
          }
        });
    return step.isPresent();
  }

  private SealedFor place() {
    return new SealedFor(new TenantScope(tenantId), PURPOSE, userId);
  }

  /**
   * What the audit trail keeps of a second factor: since when there is one, and whether it is on.
   */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("enrolledAt", enrolledAt.toString());
    state.put("confirmedAt", confirmedAt == null ? null : confirmedAt.toString());
    return state;
  }
}
