package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The door to the people of a partner. */
public final class PartnerUserService {

  private final PartnerRepository partners;
  private final PartnerUserRepository users;
  private final AuditTrail audit;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   * @param audit where acts are recorded
   */
  public PartnerUserService(TenantSessions sessions, AuditTrail audit) {
    partners = new PartnerRepository(sessions);
    users = new PartnerUserRepository(sessions);
    this.audit = audit;
  }

  /**
   * Adds a person to a partner.
   *
   * @throws PartnerException.NotFound if the tenant has no such partner
   * @throws PartnerException.Archived if the partner is archived
   * @throws PartnerUserException if the address or the place of primary contact is taken, or the
   *     user does not exist
   */
  public PartnerUser add(CallContext context, UUID partnerId, PartnerUserDetails details) {
    refuseIfArchived(partners.getAndHold(context.scope(), partnerId));
    PartnerUser user = new PartnerUser(context, partnerId, details);
    users.add(context.scope(), user);
    audit.record(context, "partner_user.added", user.id(), null, user.auditState());
    return user;
  }

  /**
   * One person of a partner.
   *
   * @throws PartnerUserException.NotFound if the partner has no such person
   */
  public PartnerUser get(TenantScope scope, UUID partnerId, UUID id) {
    return users.find(scope, partnerId, id).orElseThrow(PartnerUserException.NotFound::new);
  }

  /**
   * A page of the people of a partner, newest first.
   *
   * @param alsoDeactivated whether to show those who act for him no longer
   * @throws PartnerException.NotFound if the tenant has no such partner
   */
  public Page<PartnerUser> list(
      TenantScope scope, UUID partnerId, boolean alsoDeactivated, PageRequest page) {
    partners.refuseIfAbsent(scope, partnerId);
    return users.list(scope, partnerId, alsoDeactivated, page);
  }

  /**
   * Changes what is said of a person.
   *
   * @param expectedVersion version that the caller has read
   * @param edit gives the new details from the present ones
   * @throws PartnerUserException if there is no such person, he is deactivated, or something he
   *     wants is taken
   * @throws VersionConflictException if the person was changed meanwhile
   */
  public PartnerUser change(
      CallContext context,
      UUID partnerId,
      UUID id,
      int expectedVersion,
      UnaryOperator<PartnerUserDetails> edit) {
    PartnerUser user = getForChange(context.scope(), partnerId, id, expectedVersion);
    PartnerUserDetails present = user.details();
    PartnerUserDetails wanted = edit.apply(present);
    if (!wanted.equals(present)) {
      var before = user.auditState();
      user.change(wanted, context.at());
      users.flush(context.scope());
      audit.record(context, "partner_user.changed", id, before, user.auditState());
    }
    return user;
  }

  /**
   * Ends a person's acting for the partner. The row stays; the address is free again.
   *
   * @param expectedVersion version that the caller has read
   * @throws PartnerUserException if there is no such person or he is deactivated already
   * @throws VersionConflictException if the person was changed meanwhile
   */
  public PartnerUser deactivate(CallContext context, UUID partnerId, UUID id, int expectedVersion) {
    PartnerUser user = getForChange(context.scope(), partnerId, id, expectedVersion);
    var before = user.auditState();
    user.deactivate(context.at());
    users.flush(context.scope());
    audit.record(context, "partner_user.deactivated", id, before, user.auditState());
    return user;
  }

  private PartnerUser getForChange(
      TenantScope scope, UUID partnerId, UUID id, int expectedVersion) {
    PartnerUser user = get(scope, partnerId, id);
    VersionConflictException.refuseUnlessEqual(expectedVersion, user.version());
    if (user.deactivatedAt() != null) {
      throw new PartnerUserException.Deactivated();
    }
    return user;
  }

  private static void refuseIfArchived(Partner partner) {
    if (partner.status() == PartnerStatus.ARCHIVED) {
      throw new PartnerException.Archived();
    }
  }
}
