package com.dotmac.platform.it.schema.samples;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Wrong in each way in which an entity can differ from its table. */
@Entity
@Table(name = "partners")
public class OddPartner {
  @TenantId
  @Column(name = "tenant_id", nullable = false)
  UUID tenantId;

  @Id
  @Column(nullable = false, length = 20)
  String number;

  @Column(nullable = false, length = 20)
  String tier;

  @Column(name = "company_name", nullable = false, length = 99)
  String companyName;

  @Column(nullable = false)
  String website;

  @Column(name = "default_commission_rate", precision = 10, scale = 6)
  @Nullable BigDecimal rate;

  @Column int version;

  @Column @Nullable String invented;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "id", nullable = false)
  @Nullable OddTable parent;

  /** For Hibernate. */
  protected OddPartner() {}
}
