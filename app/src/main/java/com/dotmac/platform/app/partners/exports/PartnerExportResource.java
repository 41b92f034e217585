package com.dotmac.platform.app.partners.exports;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.exports.ExportService;
import com.dotmac.platform.domain.partners.exports.PartnerExport;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/** Lists that are made in the background: asked for, looked after, fetched. */
@Path("/api/v1/partner-exports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PartnerExportResource {

  private final ExportService exports;

  /** A resource over the door. */
  PartnerExportResource(ExportService exports) {
    this.exports = exports;
  }

  /** Asks for an export. It is made in the background; read it to see how far it is. */
  @POST
  @UnitOfWork
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(value = PartnerExportJson.View.class, status = 201)
  @Refuses(ProblemCode.PARTNER_NOT_FOUND)
  public Response request(
      @Auth Caller caller, @NotNull @Valid PartnerExportJson.Request body, @Context UriInfo uri) {
    PartnerExport export = exports.request(caller.context(), body.wish());
    return Response.created(uri.getAbsolutePathBuilder().path(export.id().toString()).build())
        .tag(EntityTags.of(export.version()))
        .entity(PartnerExportJson.View.of(export))
        .build();
  }

  /** Reads how far an export is. */
  @GET
  @Path("/{id}")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(PartnerExportJson.View.class)
  @Refuses(ProblemCode.PARTNER_EXPORT_NOT_FOUND)
  public Response read(@Auth Caller caller, @PathParam("id") UUID id) {
    PartnerExport export = exports.get(caller.scope(), id);
    return Response.ok(PartnerExportJson.View.of(export))
        .tag(EntityTags.of(export.version()))
        .build();
  }

  /** The file of an export, while there is one: a table in UTF-8. */
  @GET
  @Path("/{id}/file")
  @Produces("text/csv")
  @UnitOfWork(readOnly = true)
  @Requires(Permission.COMMISSIONS_READ)
  @Answers(value = byte[].class, tag = false)
  @Refuses({ProblemCode.PARTNER_EXPORT_NOT_FOUND, ProblemCode.PARTNER_EXPORT_NO_FILE})
  public Response file(@Auth Caller caller, @PathParam("id") UUID id) {
    PartnerExport export = exports.getDone(caller.scope(), id);
    List<InputStream> pieces = new ArrayList<>();
    Optional<byte[]> piece = exports.chunk(caller.scope(), id, 0);
    while (piece.isPresent()) {
      pieces.add(new ByteArrayInputStream(piece.get()));
      piece = exports.chunk(caller.scope(), id, pieces.size());
    }
    // What is in memory is compressed; it grows to its full size only on its way out.
    StreamingOutput file =
        out -> {
          try (InputStream zipped = new SequenceInputStream(Collections.enumeration(pieces));
              InputStream text = new GZIPInputStream(zipped)) {
            text.transferTo(out);
          }
        };
    String name = export.kind().code().replace('_', '-') + "-" + export.id() + ".csv";
    return Response.ok(file, "text/csv;charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }
}
