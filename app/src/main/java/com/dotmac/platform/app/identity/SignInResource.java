package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.OpenToAll;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.Problem;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.ProblemException;
import com.dotmac.platform.app.http.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * People sign in and stay so. These answers are never kept for an {@code Idempotency-Key}: they
 * hold what opens doors.
 */
@Path("/api/v1/sign-in")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SignInResource {

  private final SignIns signIns;
  private final Duration life;

  /**
   * A resource.
   *
   * @param signIns the steps
   * @param life how long an access token is good
   */
  SignInResource(SignIns signIns, Duration life) {
    this.signIns = signIns;
    this.life = life;
  }

  /** Signs a person in with his password, and the code of his second factor if he has one. */
  @POST
  @OpenToAll
  @Answers(value = SignInJson.Tokens.class, tag = false)
  @Refuses({
    ProblemCode.SIGN_IN_REFUSED,
    ProblemCode.SECOND_FACTOR_REQUIRED,
    ProblemCode.SECOND_FACTOR_WRONG,
    ProblemCode.SIGN_IN_NOT_SET_UP,
    ProblemCode.SEALING_NOT_CONFIGURED
  })
  public Response signIn(@NotNull @Valid SignInJson.Create body, @Context HttpHeaders headers) {
    refuseUnlessSetUp();
    return answer(
        signIns.signIn(
            body.tenant(),
            body.email(),
            body.password(),
            body.code(),
            headers.getHeaderString(HttpHeaders.USER_AGENT)),
        ProblemCode.SIGN_IN_REFUSED,
        "Tenant, address or password is wrong, or the address was tried too often; then try again later.");
  }

  /** Gives new tokens for a refresh token that was not used yet; one that was ends its session. */
  @POST
  @Path("/refresh")
  @OpenToAll
  @Answers(value = SignInJson.Tokens.class, tag = false)
  @Refuses({ProblemCode.SESSION_OVER, ProblemCode.SIGN_IN_NOT_SET_UP})
  public Response refresh(@NotNull @Valid SignInJson.Refresh body) {
    refuseUnlessSetUp();
    return answer(
        signIns.refresh(body.refreshToken()),
        ProblemCode.SESSION_OVER,
        "The refresh token opens nothing; sign in again.");
  }

  private void refuseUnlessSetUp() {
    if (!signIns.areSetUp()) {
      throw new ProblemException(
          ProblemCode.SIGN_IN_NOT_SET_UP,
          "This installation has no key to sign access tokens with.");
    }
  }

  private Response answer(Optional<SignIns.Tokens> tokens, ProblemCode refusal, String detail) {
    return tokens
        .map(found -> Response.ok(SignInJson.Tokens.of(found, life)).build())
        .orElseGet(() -> Problem.of(refusal, detail, List.of()).response());
  }
}
