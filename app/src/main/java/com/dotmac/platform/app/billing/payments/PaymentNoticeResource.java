package com.dotmac.platform.app.billing.payments;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.Requires;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.EntityTags;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.app.idempotency.IdempotencyRequired;
import com.dotmac.platform.domain.billing.payments.NoticeService;
import com.dotmac.platform.domain.billing.payments.Payment;
import com.dotmac.platform.domain.identity.Permission;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Where what providers tell by themselves comes in, handed on by a program of the tenant. */
@Path("/api/v1/payments/{paymentId}/notices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PaymentNoticeResource {

  private final NoticeService notices;

  /** A resource over the door. */
  PaymentNoticeResource(NoticeService notices) {
    this.notices = notices;
  }

  /** Takes a notice. One that comes again, under whatever key, changes nothing. */
  @POST
  @UnitOfWork
  @IdempotencyRequired
  @Requires(Permission.PAYMENTS_WRITE)
  @Answers(PaymentJson.View.class)
  @Refuses({
    ProblemCode.PAYMENT_NOT_FOUND,
    ProblemCode.PAYMENT_REFUND_NOT_FOUND,
    ProblemCode.PAYMENT_NOT_RECEIVED,
    ProblemCode.PAYMENT_MORE_THAN_PAID,
    ProblemCode.PAYMENT_PROVIDER_PAYMENT_TAKEN,
    ProblemCode.PAYMENT_DISPUTE_TAKEN
  })
  public Response take(
      @Auth Caller caller,
      @PathParam("paymentId") UUID paymentId,
      @NotNull @Valid PaymentNoticeJson.Create body) {
    Payment payment = notices.take(caller.context(), paymentId, body.notice());
    return Response.ok(PaymentJson.View.of(payment)).tag(EntityTags.of(payment.version())).build();
  }
}
