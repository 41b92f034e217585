package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.Page;
import com.dotmac.platform.domain.shared.PageRequest;
import com.dotmac.platform.domain.shared.VersionConflictException;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.Optional;
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
   * Lets nobody be invited where he could not be added, nor who is there and has a login.
   *
   * @param email in lower case
   * @throws PartnerException if the tenant has no such partner, or he is archived
   * @throws PartnerUserException.EmailTaken if an active person with a login has the address
   */
  public void refuseUnlessInvitable(TenantScope scope, UUID partnerId, String email) {
    refuseIfArchived(partners.getAndHold(scope, partnerId));
    refuseIfCanSignIn(users.findActive(scope, partnerId, email));
  }

  /**
   * Refuses what is about a partner who is not there.
   *
   * @throws PartnerException.NotFound if the tenant has no such partner
   */
  public void refuseUnlessThere(TenantScope scope, UUID partnerId) {
    partners.refuseIfAbsent(scope, partnerId);
  }

  /** Whether there is such a partner, and somebody may still come to act for him. */
  public boolean isOpenTo(TenantScope scope, UUID partnerId) {
    return partners
        .find(scope, partnerId)
        .filter(partner -> partner.status() != PartnerStatus.TERMINATED)
        .filter(partner -> partner.status() != PartnerStatus.ARCHIVED)
        .isPresent();
  }

  /**
   * Has somebody with a login act for a partner: as a new person, or as the person with his address
   * who had no login yet. That one keeps his name, and gets the role.
   *
   * @param details of a person with a login
   * @throws PartnerException if the tenant has no such partner, or he is archived
   * @throws PartnerUserException if an active person with a login has the address, or he is the
   *     last owner and would be none
   */
  public PartnerUser admit(CallContext context, UUID partnerId, PartnerUserDetails details) {
    Optional<PartnerUser> known = users.findActive(context.scope(), partnerId, details.email());
    refuseIfCanSignIn(known);
    if (known.isEmpty()) {
      return add(context, partnerId, details);
    }
    PartnerUser person = known.get();
    return change(
        context,
        partnerId,
        person.id(),
        person.version(),
        present ->
            new PartnerUserDetails(
                present.firstName(),
                present.lastName(),
                present.email(),
                details.role(),
                present.primaryContact(),
                details.userId()));
  }

  private static void refuseIfCanSignIn(Optional<PartnerUser> person) {
    if (person.filter(known -> known.details().userId() != null).isPresent()) {
      throw new PartnerUserException.EmailTaken();
    }
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
   * @throws PartnerUserException if there is no such person, he is deactivated, something he wants
   *     is taken, or he is the last owner and would be none
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
      if (wanted.role() != PartnerRole.PARTNER_OWNER) {
        refuseIfLastOwner(context.scope(), user);
      }
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
   * @throws PartnerUserException if there is no such person, he is deactivated already, or he is
   *     the last owner
   * @throws VersionConflictException if the person was changed meanwhile
   */
  public PartnerUser deactivate(CallContext context, UUID partnerId, UUID id, int expectedVersion) {
    PartnerUser user = getForChange(context.scope(), partnerId, id, expectedVersion);
    refuseIfLastOwner(context.scope(), user);
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

  /** Whoever takes an owner away goes one after the other, so that two do not take the last two. */
  private void refuseIfLastOwner(TenantScope scope, PartnerUser user) {
    if (user.details().role() == PartnerRole.PARTNER_OWNER) {
      partners.hold(scope, user.partnerId());
      if (users.countOwners(scope, user.partnerId()) <= 1) {
        throw new PartnerUserException.LastOwner();
      }
    }
  }

  private static void refuseIfArchived(Partner partner) {
    if (partner.status() == PartnerStatus.ARCHIVED) {
      throw new PartnerException.Archived();
    }
  }
}
