package com.dotmac.platform.domain.tenancy;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.event.spi.PreLoadEvent;
import org.hibernate.event.spi.PreLoadEventListener;

/**
 * The discriminator of tenants on the side of Hibernate: each query over an entity that belongs to
 * a tenant has {@link #CONDITION} in it, and no row becomes an entity that is not of the tenant of
 * its session.
 *
 * <p>The condition asks the database for the tenant that the transaction has named, as row security
 * does. The second part asks the session, so that a transaction that names another tenant than its
 * session shows nothing of his either.
 */
public final class OwnRows implements PreLoadEventListener {

  /** For {@code @SQLRestriction} on every entity that has a {@code @TenantId}. */
  public static final String CONDITION = "tenant_id = current_tenant_id()";

  private static final long serialVersionUID = 1L;
  private static final String TENANT = "tenantId";
  private static final int NOBODYS = -1;

  /** Where in its state an entity keeps its tenant, by the name of the entity. */
  private final transient Map<String, Integer> places = new ConcurrentHashMap<>();

  @Override
  public void onPreLoad(PreLoadEvent event) {
    int place =
        places.computeIfAbsent(
            event.getPersister().getEntityName(),
            name -> Arrays.asList(event.getPersister().getPropertyNames()).indexOf(TENANT));
    if (place != NOBODYS
        && !Objects.equals(
            event.getState()[place], event.getSession().getTenantIdentifierValue())) {
      throw new IllegalStateException(
          "A row of "
              + event.getPersister().getEntityName()
              + " belongs to another tenant than"
              + " the session");
    }
  }
}
