package com.dotmac.platform.it.schema.samples;

import com.dotmac.platform.domain.shared.References;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Refers to what its table, made by hand, has no foreign keys to. */
@Entity
@Table(name = "partner_commission_events")
public class CommissionEvent {
  @TenantId
  @Column(name = "tenant_id", nullable = false)
  UUID tenantId;

  @Id
  @Column(nullable = false)
  UUID id;

  @References("partners")
  @Column(name = "partner_id", nullable = false)
  UUID partnerId;

  @References("customers")
  @Column(name = "customer_id", nullable = false)
  UUID customerId;

  @References(value = "users", onDelete = OnDeleteAction.SET_NULL)
  @Column(name = "user_id")
  @Nullable UUID userId;

  @Version
  @Column(nullable = false)
  int version;

  /** For Hibernate. */
  protected CommissionEvent() {}
}
