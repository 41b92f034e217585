package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The door to the people of a partner for those people themselves: what {@link PartnerUserService}
 * does, within what the seat of the caller allows.
 */
public final class PartnerTeamService {

  private final PartnerUserService users;

  /**
   * A door.
   *
   * @param users does it
   */
  public PartnerTeamService(PartnerUserService users) {
    this.users = users;
  }

  /** A page of those who act for the partner, newest first. */
  public Page<PartnerUser> list(TenantScope scope, PartnerSeat seat, PageRequest page) {
    return users.list(scope, seat.partnerId(), false, page);
  }

  /**
   * One of them, or one who acts for him no longer.
   *
   * @throws PartnerUserException.NotFound if the partner has no such person
   */
  public PartnerUser get(TenantScope scope, PartnerSeat seat, UUID id) {
    return users.get(scope, seat.partnerId(), id);
  }

  /**
   * Changes what is said of one of them.
   *
   * @param expectedVersion version that the caller has read
   * @param edit gives the new details from the present ones
   * @throws PartnerUserException if there is no such person, he is deactivated, something he wants
   *     is taken, he is the last owner, or is or becomes an owner and the caller is none
   * @throws com.dotmac.platform.domain.shared.VersionConflictException if the person was changed
   *     meanwhile
   */
  public PartnerUser change(
      CallContext context,
      PartnerSeat seat,
      UUID id,
      int expectedVersion,
      UnaryOperator<PartnerUserDetails> edit) {
    return users.change(
        context,
        seat.partnerId(),
        id,
        expectedVersion,
        present -> {
          PartnerUserDetails wanted = edit.apply(present);
          seat.refuseBeyond(present.role());
          seat.refuseBeyond(wanted.role());
          return wanted;
        });
  }

  /**
   * Ends one's acting for the partner, also the caller's own.
   *
   * @param expectedVersion version that the caller has read
   * @throws PartnerUserException if there is no such person, he is deactivated already, he is the
   *     last owner, or an owner and the caller is none
   * @throws com.dotmac.platform.domain.shared.VersionConflictException if the person was changed
   *     meanwhile
   */
  public PartnerUser remove(CallContext context, PartnerSeat seat, UUID id, int expectedVersion) {
    seat.refuseBeyond(get(context.scope(), seat, id).details().role());
    return users.deactivate(context, seat.partnerId(), id, expectedVersion);
  }
}
