package com.dotmac.platform.domain.identity.signin;

import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
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

/** The password of a user, apart from the user: who reads one does not read the other. */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "user_passwords")
public class UserPassword {

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @References("users")
  @Column(name = "user_id", nullable = false)
  private UUID userId;

  @Column(nullable = false, length = 200)
  private String hash;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected UserPassword() {}

  UserPassword(CallContext context, UUID userId, HashedPassword password) {
    tenantId = context.scope().tenantId();
    this.userId = userId;
    change(password, context.at());
  }

  /** What a password is checked against. */
  HashedPassword password() {
    return HashedPassword.parse(hash);
  }

  /** When it was set. */
  Instant changedAt() {
    return changedAt;
  }

  final void change(HashedPassword password, Instant at) {
    hash = password.text();
    changedAt = at;
  }

  /** What the audit trail keeps of a password: that there is one, since when. */
  Map<String, @Nullable Object> auditState() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("changedAt", changedAt.toString());
    return state;
  }
}
