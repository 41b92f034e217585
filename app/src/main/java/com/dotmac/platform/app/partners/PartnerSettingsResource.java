package com.dotmac.platform.app.partners;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.PartnerSettingsService;
import com.dotmac.platform.domain.partners.SettledPolicy;
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

/** How the tenant runs its partner programme. */
@Path("/api/v1/partner-settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PartnerSettingsResource {

  private final PartnerSettingsService settings;

  /** A resource over the door. */
  PartnerSettingsResource(PartnerSettingsService settings) {
    this.settings = settings;
  }

  /** Reads the settings; the usual ones, where none were made. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.SETTINGS_READ)
  @Answers(PartnerSettingsJson.View.class)
  public Response read(@Auth Caller caller) {
    return answer(settings.read(caller.scope()));
  }

  /** Changes settings, for what comes from then on. */
  @PATCH
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(Permission.SETTINGS_WRITE)
  @Answers(PartnerSettingsJson.View.class)
  public Response change(
      @Auth Caller caller,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid PartnerSettingsJson.Change body) {
    return answer(
        settings.change(caller.context(), EntityTags.expectedVersion(ifMatch), body::appliedTo));
  }

  private static Response answer(SettledPolicy settled) {
    return Response.ok(PartnerSettingsJson.View.of(settled.policy()))
        .tag(EntityTags.of(settled.version()))
        .build();
  }
}
