package com.dotmac.platform.app.auth;

import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.http.ProblemException;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.partners.PartnerSeat;
import com.dotmac.platform.domain.partners.PartnerSeatService;
import com.dotmac.platform.domain.tenancy.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the seat from which a caller acts, in a transaction of its own that is bound to the whole
 * tenant: so from the next request on a person who was let go, or whose partner is out of sight,
 * has none.
 *
 * @param seats who has which
 * @param unitsOfWork where that is looked up
 */
public record PartnerSeats(PartnerSeatService seats, UnitsOfWork unitsOfWork) {

  /**
   * The seat of a caller.
   *
   * @param wanted the partner whom he names; empty: his only one
   * @throws ProblemException if he has none, or has to say which
   */
  PartnerSeat find(Caller caller, Optional<UUID> wanted) {
    return unitsOfWork.reading(
        caller.scope(),
        () -> {
          List<PartnerSeat> own = own(caller);
          return wanted.isPresent() ? named(caller, own, wanted.get()) : only(caller, own);
        });
  }

  private List<PartnerSeat> own(Caller caller) {
    UUID id = caller.actor().id();
    return caller.actor().kind() == Actor.Kind.USER && id != null
        ? seats.of(caller.scope(), id)
        : List.of();
  }

  private PartnerSeat named(Caller caller, List<PartnerSeat> own, UUID partnerId) {
    Optional<PartnerSeat> seat =
        own.stream().filter(one -> one.partnerId().equals(partnerId)).findFirst();
    if (seat.isPresent()) {
      return seat.get();
    }
    if (mayAct(caller)) {
      return seats.actingFor(caller.scope(), partnerId);
    }
    throw new ProblemException(
        ProblemCode.PERMISSION_DENIED, "You do not act for the partner that Partner-Id names.");
  }

  private static PartnerSeat only(Caller caller, List<PartnerSeat> own) {
    List<PartnerSeat> open = own.stream().filter(PartnerSeat::isOpen).toList();
    if (open.size() == 1) {
      return open.get(0);
    }
    if (open.size() > 1 || (own.isEmpty() && mayAct(caller))) {
      throw new ProblemException(
          ProblemCode.PARTNER_ID_REQUIRED,
          "Say in the header Partner-Id for which partner you act; GET /api/v1/me lists yours.");
    }
    if (own.isEmpty()) {
      throw new ProblemException(
          ProblemCode.PERMISSION_DENIED, "This is for the people of a partner.");
    }
    return own.get(0);
  }

  private static boolean mayAct(Caller caller) {
    return caller.permissions().contains(Permission.PARTNERS_WRITE);
  }
}
