package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.auth.Caller;
import com.dotmac.platform.app.auth.ForEveryCaller;
import com.dotmac.platform.app.http.Answers;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.Refuses;
import com.dotmac.platform.domain.identity.AssignedRoles;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.partners.PartnerSeat;
import com.dotmac.platform.domain.partners.PartnerSeatService;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.TenantService;
import io.dropwizard.auth.Auth;
import io.dropwizard.hibernate.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Whoever calls: who he is, what he may do, and his password. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MeResource {

  private final PeopleDoors people;
  private final TenantService tenants;
  private final PartnerSeatService seats;
  private final OwnPasswords passwords;

  /** A resource over the doors. */
  MeResource(
      PeopleDoors people, TenantService tenants, PartnerSeatService seats, OwnPasswords passwords) {
    this.people = people;
    this.seats = seats;
    this.tenants = tenants;
    this.passwords = passwords;
  }

  /** Tells who calls and what he may do, whatever his credential is. */
  @GET
  @UnitOfWork(readOnly = true)
  @ForEveryCaller
  @Answers(value = MeJson.View.class, tag = false)
  public Response read(@Auth Caller caller) {
    UUID id = Objects.requireNonNull(caller.actor().id());
    boolean person = caller.actor().kind() == Actor.Kind.USER;
    User user = person ? people.users().get(caller.scope(), id) : null;
    AssignedRoles roles = person ? people.assignments().of(caller.scope(), id) : AssignedRoles.NONE;
    List<PartnerSeat> partners = person ? seats.of(caller.scope(), id) : List.of();
    return Response.ok(
            MeJson.View.of(caller, id, tenants.get(caller.scope()), user, roles, partners))
        .build();
  }

  /** Changes the caller's password, and ends his other sessions. */
  @POST
  @Path("/password")
  @ForEveryCaller
  @Answers(value = SignInJson.Ended.class, tag = false)
  @Refuses({ProblemCode.PRESENT_PASSWORD_WRONG, ProblemCode.PASSWORD_REFUSED})
  public Response changePassword(@Auth Caller caller, @NotNull @Valid MeJson.ChangePassword body) {
    return Response.ok(
            new SignInJson.Ended(
                passwords.change(caller, body.presentPassword(), body.newPassword())))
        .build();
  }
}
