package com.dotmac.platform.it.demo.data;

import com.dotmac.platform.app.partners.commissions.EarningsDoors;
import com.dotmac.platform.app.partners.payouts.PayoutDoors;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.UserService;
import com.dotmac.platform.domain.identity.signin.SessionService;
import com.dotmac.platform.domain.partners.PartnerAccountService;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.PartnerSettingsService;
import com.dotmac.platform.domain.partners.PartnerUserService;
import com.dotmac.platform.domain.partners.payouts.PayoutProviders;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The doors of the domain for one tenant, and the people who go through them. */
final class Office {
  final TenantSessions sessions;
  final AuditTrail audit;
  final TenantService tenants;
  final UserService users;
  final CustomerService customers;
  final PartnerService partners;
  final PartnerUserService contacts;
  final PartnerAccountService accounts;
  final PartnerSettingsService settings;
  final EarningsDoors earnings;
  final PayoutDoors payouts;

  private final TenantScope scope;
  private final Random random;
  private final List<Actor> staff = new ArrayList<>();
  private int acts;

  Office(TenantSessions sessions, TenantScope scope, Seals seals, Random random) {
    this.sessions = sessions;
    this.scope = scope;
    this.random = random;
    AuditLog log = new AuditLog(sessions);
    audit =
        (context, action, resourceId, before, after) -> {
          acts++;
          log.record(context, action, resourceId, before, after);
        };
    tenants = new TenantService(sessions, audit);
    users = new UserService(sessions, tenants, new SessionService(sessions, audit), audit);
    customers = new CustomerService(sessions, audit);
    partners = new PartnerService(sessions, audit);
    contacts = new PartnerUserService(sessions, audit);
    accounts = new PartnerAccountService(sessions, customers, audit);
    settings = new PartnerSettingsService(sessions, audit);
    earnings = EarningsDoors.of(sessions, tenants, audit);
    payouts =
        PayoutDoors.of(
            sessions,
            seals,
            new PayoutProviders(List.of()),
            (tenant, payout, at) -> {
              throw new IllegalStateException("People pay partners here");
            },
            audit);
  }

  /** Whose data all this is. */
  TenantScope scope() {
    return scope;
  }

  /** From now on this person acts, too. */
  void hire(User user, String name) {
    staff.add(new Actor(Actor.Kind.USER, user.id(), name));
  }

  /** One of the staff does something; before anybody is there, the operator does. */
  CallContext act(Instant at) {
    Actor actor =
        staff.isEmpty() ? Actor.operator("demo") : staff.get(random.nextInt(staff.size()));
    return new CallContext(scope, actor, at, null, null);
  }

  /**
   * A certain one of the staff does something, for what wants two people.
   *
   * @param who which one, from 0
   */
  CallContext act(Instant at, int who) {
    return new CallContext(scope, staff.get(who), at, null, null);
  }

  /** The platform does something by itself. */
  CallContext byItself(String what, Instant at) {
    return new CallContext(scope, Actor.system(what), at, null, null);
  }

  /**
   * Leaves what was done to the database. A session that keeps a whole story looks all of it
   * through for changes at each act; what an act needs of another it reads again.
   */
  void forget() {
    sessions.of(scope).flush();
    sessions.of(scope).clear();
  }

  /** How many audit rows there are. */
  int acts() {
    return acts;
  }
}
