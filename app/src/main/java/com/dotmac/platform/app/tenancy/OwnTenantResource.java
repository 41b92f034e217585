package com.dotmac.platform.app.tenancy;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.tenancy.Tenant;
import com.dotmac.platform.domain.tenancy.TenantService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The caller's own tenant: what it says of itself, and its settings. */
@Path("/api/v1/tenant")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OwnTenantResource {

  private final TenantService tenants;

  /** A resource over the door. */
  OwnTenantResource(TenantService tenants) {
    this.tenants = tenants;
  }

  /** Reads the tenant. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.SETTINGS_READ)
  @Answers(TenantJson.View.class)
  public Response read(@Auth Caller caller) {
    return answer(tenants.get(caller.scope()));
  }

  /** Changes name, zone and currency. */
  @PATCH
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.SETTINGS_WRITE)
  @Answers(TenantJson.View.class)
  public Response change(
      @Auth Caller caller,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid TenantJson.Change body) {
    return answer(
        tenants.change(caller.context(), EntityTags.expectedVersion(ifMatch), body::appliedTo));
  }

  static Response answer(Tenant tenant) {
    return Response.ok(TenantJson.View.of(tenant)).tag(EntityTags.of(tenant.version())).build();
  }
}
