package com.dotmac.platform.domain.partners.onboarding;

import com.dotmac.platform.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.UUID;

/** Has {@link PartnerInvitationService#expire} called once an invitation's time is over. */
@FunctionalInterface
public interface InvitationExpiry {

  /**
   * Plans it, in the current transaction.
   *
   * @param scope tenant of the invitation
   * @param invitationId the invitation
   * @param at when its time is over
   */
  void plan(TenantScope scope, UUID invitationId, Instant at);
}
