package com.dotmac.platform.app.auth;

import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.ProblemException;
import com.dotmac.platform.domain.partners.PartnerPower;
import com.dotmac.platform.domain.partners.PartnerSeat;
import com.dotmac.platform.domain.tenancy.CurrentTenant;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * Lets a caller through whose seat at a partner allows what the endpoint is for, and binds the
 * request to that partner.
 *
 * @param power what the seat must allow
 * @param seats finds the seat
 */
@Priority(Priorities.AUTHORIZATION)
record PartnerFilter(PartnerPower power, PartnerSeats seats) implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    Caller caller = (Caller) request.getSecurityContext().getUserPrincipal();
    PartnerSeat seat =
        seats.find(caller, PartnerIdHeader.read(request.getHeaders().get(PartnerIdHeader.NAME)));
    if (!seat.powers().contains(power)) {
      throw new ProblemException(
          ProblemCode.PERMISSION_DENIED,
          "At the partner you are %s, which does not include %s."
              .formatted(seat.role().code(), power.code()));
    }
    boolean reads = request.getMethod().equals(HttpMethod.GET);
    if (!(reads ? seat.isOpen() : seat.isWritable())) {
      throw new ProblemException(
          ProblemCode.PORTAL_CLOSED,
          "The partner is %s; %s."
              .formatted(
                  seat.status().code(),
                  seat.isOpen() ? "nothing can be changed here" : "there is nothing here for him"));
    }
    Caller seated = caller.from(seat);
    request.setSecurityContext(new Seated(seated, request.getSecurityContext()));
    // Released when the request ends, however it ends: see RequestEnd.
    CurrentTenant.bind(seated.scope());
  }

  /** What was known of the caller, and his seat. */
  private record Seated(Caller caller, SecurityContext before) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
      return before.isUserInRole(role);
    }

    @Override
    public boolean isSecure() {
      return before.isSecure();
    }

    @Override
    public String getAuthenticationScheme() {
      return before.getAuthenticationScheme();
    }
  }
}
