package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.payouts.TransferList;
import com.dotmac.platform.domain.partners.payouts.TransferService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Batches as files, for people who pay. */
@Path("/api/v1/payout-batches/{id}/file")
public final class PayoutFileResource {

  private final TransferService transfers;

  /** A resource over the door. */
  PayoutFileResource(TransferService transfers) {
    this.transfers = transfers;
  }

  /**
   * What of a batch is to be paid by people: the payouts that are under way, with the accounts in
   * full. One that has ended is in no file any more.
   */
  @GET
  @Produces({"text/csv", "application/xml"})
  @UnitOfWork(readOnly = true)
  @Requires(Permission.PAYOUTS_WRITE)
  @Answers(byte[].class)
  @Refuses({
    ProblemCode.PAYOUT_BATCH_NOT_FOUND,
    ProblemCode.PAYOUT_BATCH_NOT_HANDED_OVER,
    ProblemCode.BANK_ACCOUNT_NOT_FOUND,
    ProblemCode.SEALING_NOT_CONFIGURED
  })
  public Response read(
      @Auth Caller caller,
      @PathParam("id") UUID id,
      @QueryParam("format") @DefaultValue("csv") FileFormat format) {
    TransferList list = transfers.of(caller.scope(), id);
    byte[] file =
        format == FileFormat.CSV ? TransferCsv.of(list) : PaymentOrder.of(list, caller.at());
    return Response.ok(file, format.mediaType())
        .tag(EntityTags.of(list.version()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + list.number() + format.ending() + "\"")
        .build();
  }
}
