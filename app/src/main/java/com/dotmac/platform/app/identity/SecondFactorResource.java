package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForEveryCaller;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.secondfactor.SecondFactorService;
import io.dropwizard.auth.Auth;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The caller's second factor: look, enrol, confirm, renew the backup codes, turn off. These answers
 * are never kept for an {@code Idempotency-Key}: they hold secrets, and the requests passwords.
 */
@Path("/api/v1/me/second-factor")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SecondFactorResource {

  private final OwnSecondFactors own;
  private final SecondFactorService secondFactors;
  private final UnitsOfWork unitsOfWork;

  /** A resource over the steps and the door. */
  SecondFactorResource(
      OwnSecondFactors own, SecondFactorService secondFactors, UnitsOfWork unitsOfWork) {
    this.own = own;
    this.secondFactors = secondFactors;
    this.unitsOfWork = unitsOfWork;
  }

  /** Tells whether the caller is asked for a code when he signs in. */
  @GET
  @ForEveryCaller
  @Answers(value = SecondFactorJson.View.class, tag = false)
  public Response read(@Auth Caller caller) {
    return state(caller);
  }

  /** Makes up a secret for the caller's app, which has to be confirmed; it is shown once. */
  @POST
  @Path("/enrol")
  @ForEveryCaller
  @Answers(value = SecondFactorJson.Enrolment.class, tag = false)
  @Refuses({
    ProblemCode.PRESENT_PASSWORD_WRONG,
    ProblemCode.SECOND_FACTOR_STEP_NOT_ALLOWED,
    ProblemCode.SEALING_NOT_CONFIGURED
  })
  public Response enrol(@Auth Caller caller, @NotNull @Valid SecondFactorJson.Enrol body) {
    return Response.ok(SecondFactorJson.Enrolment.of(own.enrol(caller, body.presentPassword())))
        .build();
  }

  /** Turns the second factor on, with a code of the app; shows the backup codes once. */
  @POST
  @Path("/confirm")
  @ForEveryCaller
  @Answers(value = SecondFactorJson.BackupCodes.class, tag = false)
  @Refuses({
    ProblemCode.PRESENT_CODE_WRONG,
    ProblemCode.SECOND_FACTOR_STEP_NOT_ALLOWED,
    ProblemCode.SEALING_NOT_CONFIGURED
  })
  public Response confirm(@Auth Caller caller, @NotNull @Valid SecondFactorJson.Confirm body) {
    return Response.ok(new SecondFactorJson.BackupCodes(own.confirm(caller, body.code()))).build();
  }

  /** Gives the caller new backup codes and shows them once; the ones before are dead. */
  @POST
  @Path("/backup-codes")
  @ForEveryCaller
  @Answers(value = SecondFactorJson.BackupCodes.class, tag = false)
  @Refuses({
    ProblemCode.PRESENT_PASSWORD_WRONG,
    ProblemCode.PRESENT_CODE_WRONG,
    ProblemCode.SECOND_FACTOR_STEP_NOT_ALLOWED,
    ProblemCode.SEALING_NOT_CONFIGURED
  })
  public Response renewBackupCodes(
      @Auth Caller caller, @NotNull @Valid SecondFactorJson.Proof body) {
    return Response.ok(
            new SecondFactorJson.BackupCodes(
                own.renewBackupCodes(caller, body.presentPassword(), body.code())))
        .build();
  }

  /** Turns the second factor off; the password alone signs in from now on. */
  @POST
  @Path("/disable")
  @ForEveryCaller
  @Answers(value = SecondFactorJson.View.class, tag = false)
  @Refuses({
    ProblemCode.PRESENT_PASSWORD_WRONG,
    ProblemCode.PRESENT_CODE_WRONG,
    ProblemCode.SECOND_FACTOR_STEP_NOT_ALLOWED,
    ProblemCode.SEALING_NOT_CONFIGURED
  })
  public Response disable(@Auth Caller caller, @NotNull @Valid SecondFactorJson.Proof body) {
    own.disable(caller, body.presentPassword(), body.code());
    return state(caller);
  }

  private Response state(Caller caller) {
    Caller.SignedIn person = caller.signedIn();
    return Response.ok(
            SecondFactorJson.View.of(
                unitsOfWork.inRequest(() -> secondFactors.state(caller.scope(), person.userId()))))
        .build();
  }
}
