package com.dotmac.platform.app.partners.portal;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForPartner;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.partners.Partner;
import com.dotmac.platform.domain.partners.PartnerPower;
import com.dotmac.platform.domain.partners.PartnerService;
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

/** The partner himself, in his portal: read, change what he says of himself. */
@Path("/api/v1/portal/profile")
@Produces(MediaType.APPLICATION_JSON)
public final class PortalProfileResource {

  private final PartnerService partners;

  /** A resource over the door. */
  PortalProfileResource(PartnerService partners) {
    this.partners = partners;
  }

  /** Reads the partner for whom the caller acts. */
  @GET
  @UnitOfWork(readOnly = true)
  @ForPartner(PartnerPower.SEE_PARTNER)
  @Answers(PortalProfileJson.View.class)
  public Response read(@Auth Caller caller) {
    return answer(partners.get(caller.scope(), caller.seat().partnerId()));
  }

  /** Changes what the partner says of himself. */
  @PATCH
  @UnitOfWork
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @ForPartner(PartnerPower.CHANGE_PROFILE)
  @Answers(PortalProfileJson.View.class)
  @Refuses({ProblemCode.PARTNER_COMPANY_NAME_TAKEN, ProblemCode.PARTNER_ARCHIVED})
  public Response change(
      @Auth Caller caller,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid PortalProfileJson.Change body) {
    return answer(
        partners.change(
            caller.context(),
            caller.seat().partnerId(),
            EntityTags.expectedVersion(ifMatch),
            body::appliedTo));
  }

  private static Response answer(Partner partner) {
    return Response.ok(PortalProfileJson.View.of(partner))
        .tag(EntityTags.of(partner.version()))
        .build();
  }
}
