package com.dotmac.platform.app.auth;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.tenancy.TenantException;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import java.util.Optional;

/**
 * Finds the tenant that somebody names before he is let in, in a transaction of no tenant.
 *
 * @param tenants the registry
 * @param unitsOfWork where it is read
 */
public record TenantSlugs(TenantService tenants, UnitsOfWork unitsOfWork) {

  /**
   * The tenant with a slug, suspended or not.
   *
   * @return empty if there is none
   */
  public Optional<TenantScope> find(String slug) {
    try {
      return Optional.of(new TenantScope(unitsOfWork.inNone(() -> tenants.getBySlug(slug).id())));
    } catch (TenantException.NotFound e) {
      return Optional.empty();
    }
  }
}
