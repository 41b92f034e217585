package com.dotmac.platform.domain.partners;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * In which place somebody acts for a partner.
 *
 * @param partnerId the partner
 * @param number his number for people
 * @param companyName his name
 * @param status where he stands in his life
 * @param personId the person of the partner; {@code null}: somebody of the tenant acts for him
 * @param role what he may do there
 */
public record PartnerSeat(
    UUID partnerId,
    String number,
    String companyName,
    PartnerStatus status,
    @Nullable UUID personId,
    PartnerRole role) {

  /** Whether somebody of the tenant acts for the partner, and no person of his own. */
  public boolean isActing() {
    return personId == null;
  }

  /** What may be done from this seat. */
  public Set<PartnerPower> powers() {
    return PartnerPowers.of(role);
  }

  /**
   * Refuses what only an owner may do with people.
   *
   * @param wanted what somebody is or is to become
   * @throws PartnerUserException.OwnersOnly if that is an owner and the caller is none
   */
  public void refuseBeyond(PartnerRole wanted) {
    if (wanted == PartnerRole.PARTNER_OWNER && !powers().contains(PartnerPower.MANAGE_OWNERS)) {
      throw new PartnerUserException.OwnersOnly();
    }
  }

  /**
   * Whether there is anything to do from this seat: a partner who is not at work yet has none, nor
   * has one who is out of sight.
   */
  public boolean isOpen() {
    return switch (status) {
      case ACTIVE, SUSPENDED, TERMINATED -> true;
      case PENDING, ARCHIVED -> false;
    };
  }

  /** Whether something may be changed: who is suspended or terminated only reads his books. */
  public boolean isWritable() {
    return status == PartnerStatus.ACTIVE;
  }
}
