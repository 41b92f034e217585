package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The door to the question for whom somebody acts. */
public final class PartnerSeatService {

  private final PartnerRepository partners;
  private final PartnerUserRepository users;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   */
  public PartnerSeatService(TenantSessions sessions) {
    partners = new PartnerRepository(sessions);
    users = new PartnerUserRepository(sessions);
  }

  /**
   * The seats of a user of the tenant, one for each partner whose active person he is. Who is that
   * twice at one partner has the seat of the greater role.
   *
   * @param userId the user
   */
  public List<PartnerSeat> of(TenantScope scope, UUID userId) {
    return List.copyOf(
        users.activeOf(scope, userId).stream()
            .map(user -> seat(scope, user))
            .sorted(Comparator.comparing(PartnerSeat::role))
            .collect(
                Collectors.toMap(
                    PartnerSeat::partnerId, seat -> seat, (greater, lesser) -> greater))
            .values());
  }

  /**
   * The seat of somebody of the tenant who acts for a partner: that of an owner.
   *
   * @throws PartnerException.NotFound if the tenant has no such partner
   */
  public PartnerSeat actingFor(TenantScope scope, UUID partnerId) {
    Partner partner = partners.find(scope, partnerId).orElseThrow(PartnerException.NotFound::new);
    return seat(partner, null, PartnerRole.PARTNER_OWNER);
  }

  private PartnerSeat seat(TenantScope scope, PartnerUser user) {
    Partner partner =
        partners.find(scope, user.partnerId()).orElseThrow(PartnerException.NotFound::new);
    return seat(partner, user.id(), user.details().role());
  }

  private static PartnerSeat seat(Partner partner, @Nullable UUID personId, PartnerRole role) {
    return new PartnerSeat(
        partner.id(),
        partner.number(),
        partner.details().companyName(),
        partner.status(),
        personId,
        role);
  }
}
