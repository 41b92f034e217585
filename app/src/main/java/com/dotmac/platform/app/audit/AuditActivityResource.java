package com.dotmac.platform.app.audit;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.PageJson;
import com.dotmac.platform.domain.audit.AuditFilter;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.identity.Permission;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit trail, to read. */
@Path("/api/v1/audit-activities")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditActivityResource {

  private final AuditLog audit;

  /**
   * A resource over the door.
   *
   * @param audit the door
   */
  public AuditActivityResource(AuditLog audit) {
    this.audit = audit;
  }

  /** Lists what was done, newest first; the span is half-open. */
  @GET
  @UnitOfWork(readOnly = true)
  @Requires(Permission.AUDIT_READ)
  @Answers(value = AuditActivityJson.View.class, page = true)
  public Response list(
      @Auth Caller caller,
      @QueryParam("actorId") @Nullable UUID actorId,
      @QueryParam("action") @Nullable @Size(min = 1, max = 100) String action,
      @QueryParam("resourceKind") @Nullable @Size(min = 1, max = 50) String resourceKind,
      @QueryParam("resourceId") @Nullable UUID resourceId,
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to,
      @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    AuditFilter filter = new AuditFilter(actorId, action, resourceKind, resourceId, from, to);
    return PageJson.response(
        audit.list(caller.scope(), filter, PageJson.request(limit, cursor)),
        AuditActivityJson.View::of,
        uri);
  }
}
