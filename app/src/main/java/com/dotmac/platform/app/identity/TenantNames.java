package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.tenancy.TenantException;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import java.util.Optional;

/**
 * Finds the tenant that a stranger names, who has no credential yet. Which slugs there are is no
 * secret.
 *
 * @param tenants the registry
 * @param unitsOfWork where it is read
 */
record TenantNames(TenantService tenants, UnitsOfWork unitsOfWork) {

  /** The tenant with a slug, also a suspended one; empty if there is none. */
  Optional<TenantScope> scopeOf(String slug) {
    try {
      return Optional.of(new TenantScope(unitsOfWork.inNone(() -> tenants.getBySlug(slug).id())));
    } catch (TenantException.NotFound e) {
      return Optional.empty();
    }
  }
}
