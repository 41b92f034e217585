package com.dotmac.platform.it.architecture.samples.a17.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Belongs to a tenant, and is shown to all. */
@Entity
public class SharedThing {
  @Id long id;

  @TenantId @Nullable UUID tenantId;
}
