package com.dotmac.platform.domain.identity.secondfactor;

import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A backup code of a person: a digest of it, and whether it was taken. */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(
    name = "user_backup_codes",
    uniqueConstraints = @UniqueConstraint(columnNames = {"tenant_id", "user_id", "code_digest"}))
public class UserBackupCode {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @Column(nullable = false)
  private UUID id;

  @References("users")
  @Column(name = "user_id", nullable = false, updatable = false)
  private UUID userId;

  @Column(name = "code_digest", nullable = false, updatable = false)
  private byte[] codeDigest;

  @Column(name = "issued_at", nullable = false, updatable = false)
  private Instant issuedAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected UserBackupCode() {}

  UserBackupCode(CallContext context, UUID userId, BackupCode code) {
    tenantId = context.scope().tenantId();
    id = Identifiers.next(context.at());
    this.userId = userId;
    codeDigest = code.digest();
    issuedAt = context.at();
  }

  /** The code is good no more. */
  void use(Instant at) {
    usedAt = at;
  }
}
