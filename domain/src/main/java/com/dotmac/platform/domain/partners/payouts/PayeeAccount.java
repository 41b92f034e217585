package com.dotmac.platform.domain.partners.payouts;

import com.dotmac.platform.domain.sealing.SealedFor;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.shared.References;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.OwnRows;
import com.dotmac.platform.domain.tenancy.TenantScope;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Where a partner is paid. Changed only through {@link BankAccountService}. */
@Entity
@SQLRestriction(OwnRows.CONDITION)
@Table(name = "partner_payee_accounts")
public class PayeeAccount {

  private static final String PURPOSE = "partner-payee-account";

  @TenantId
  @Column(name = "tenant_id", nullable = false)
  private UUID tenantId;

  @Id
  @References("partners")
  @Column(name = "partner_id", nullable = false)
  private UUID partnerId;

  @Embedded private SealedAccount account;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @Version
  @Column(nullable = false)
  private int version;

  /** For Hibernate. */
  protected PayeeAccount() {}

  PayeeAccount(CallContext context, UUID partnerId, BankAccount account, Seals seals) {
    tenantId = context.scope().tenantId();
    this.partnerId = partnerId;
    change(account, seals, context.at());
  }

  /** Whose. */
  public UUID partnerId() {
    return partnerId;
  }

  /** How it is paid to. */
  public PayeeMethod method() {
    return account.method();
  }

  /** Whose account it is, as the bank knows him. */
  public String holder() {
    return account.holder();
  }

  /** The end of its number. */
  public String hint() {
    return account.hint();
  }

  /** When it was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Grows by one with each change. */
  public int version() {
    return version;
  }

  final void change(BankAccount wanted, Seals seals, Instant at) {
    account = new SealedAccount(wanted, place(), seals);
    updatedAt = at;
  }

  BankAccount open(Seals seals) {
    return account.open(place(), seals);
  }

  private SealedFor place() {
    return new SealedFor(new TenantScope(tenantId), PURPOSE, partnerId);
  }

  Map<String, @Nullable Object> auditState() {
    return account.auditState();
  }
}
