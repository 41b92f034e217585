package com.dotmac.platform.it.demo.data;

import com.dotmac.platform.domain.partners.CommissionModel;
import com.dotmac.platform.domain.partners.Partner;
import com.dotmac.platform.domain.partners.PartnerDetails;
import com.dotmac.platform.domain.partners.PartnerRole;
import com.dotmac.platform.domain.partners.PartnerStatus;
import com.dotmac.platform.domain.partners.PartnerTier;
import com.dotmac.platform.domain.partners.PartnerUser;
import com.dotmac.platform.domain.partners.PartnerUserDetails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Partners join, bring their people, go to work, rise, and some of them leave. */
final class Partnering {
  private static final int FIRST_JOINS = 400;
  private static final int LAST_JOINS = 12;
  private static final List<PartnerRole> ROLES =
      List.of(
          PartnerRole.PARTNER_OWNER,
          PartnerRole.ACCOUNT_MANAGER,
          PartnerRole.FINANCE,
          PartnerRole.PARTNER_ADMIN);

  private final Story story;
  private final Office office;
  private final Calendar calendar;
  private final Timeline timeline;
  private final People people;
  private final Banks banks;
  private final Random random;
  private final List<UUID> atWork = new ArrayList<>();
  private int contacts;

  Partnering(
      Story story,
      Office office,
      Calendar calendar,
      Timeline timeline,
      People people,
      Banks banks,
      Random random) {
    this.story = story;
    this.office = office;
    this.calendar = calendar;
    this.timeline = timeline;
    this.people = people;
    this.banks = banks;
    this.random = random;
  }

  /** Plans all of it. */
  void plan() {
    int partners = story.partners().size();
    for (int i = 0; i < partners; i++) {
      int order = i;
      int daysAgo = FIRST_JOINS - i * (FIRST_JOINS - LAST_JOINS) / partners;
      timeline.at(calendar.daysAgo(daysAgo), at -> join(order, at));
    }
  }

  /** A partner who is at work now; empty when none is. */
  Optional<UUID> someoneAtWork() {
    return atWork.isEmpty()
        ? Optional.empty()
        : Optional.of(atWork.get(random.nextInt(atWork.size())));
  }

  /** How many people partners have brought. */
  int contacts() {
    return contacts;
  }

  private void join(int order, Instant at) {
    Story.Joining joining = story.partners().get(order);
    String label = label(order);
    Partner partner = office.partners.create(office.act(at), details(joining, label, order));
    UUID id = partner.id();
    int people = 2 + order % 3;
    for (int i = 0; i < people; i++) {
      PartnerRole role = ROLES.get(i);
      timeline.at(calendar.daysAfter(at, 1 + i), then -> bring(id, label, role, then));
    }
    if (joining.today() == PartnerStatus.PENDING) {
      return;
    }
    timeline.at(calendar.daysAfter(at, 6), then -> activate(id, then));
    if (order % 7 != 6) {
      timeline.at(
          calendar.daysAfter(at, 8),
          then ->
              office
                  .payouts
                  .accounts()
                  .addPayee(office.act(then), id, banks.accountOf(joining.legalName(), order)));
    }
    if (joining.tier() == PartnerTier.GOLD || joining.tier() == PartnerTier.PLATINUM) {
      timeline.at(calendar.daysAfter(at, 70), then -> rise(id, joining.tier(), then));
    }
    planEnd(id, joining.today());
  }

  private void planEnd(UUID id, PartnerStatus today) {
    switch (today) {
      case SUSPENDED -> timeline.at(calendar.daysAgo(20), at -> suspend(id, at));
      case TERMINATED -> timeline.at(calendar.daysAgo(45), at -> terminate(id, at));
      case ARCHIVED -> {
        timeline.at(calendar.daysAgo(110), at -> terminate(id, at));
        timeline.at(
            calendar.daysAgo(80),
            at -> office.partners.archive(office.act(at), id, partner(id).version()));
      }
      case PENDING, ACTIVE -> {}
    }
  }

  /** Who ends high began lower. */
  private static PartnerDetails details(Story.Joining joining, String label, int order) {
    boolean rises = joining.tier() == PartnerTier.GOLD || joining.tier() == PartnerTier.PLATINUM;
    return new PartnerDetails(
        joining.company(),
        joining.legalName(),
        "https://www." + label + ".example",
        rises ? PartnerTier.SILVER : joining.tier(),
        order % 4 == 3 ? CommissionModel.TIERED : CommissionModel.REVENUE_SHARE,
        joining.rate(),
        "partners@" + label + ".example",
        order % 2 == 0 ? "invoices@" + label + ".example" : null,
        null,
        joining.country(),
        "crm-%04d".formatted(4100 + 7 * order),
        Map.of("source", order % 3 == 0 ? "referral" : "event"));
  }

  private void bring(UUID partner, String label, PartnerRole role, Instant at) {
    People.Person person = people.next();
    PartnerUser user =
        office.contacts.add(
            office.act(at),
            partner,
            new PartnerUserDetails(
                person.first(),
                person.last(),
                person.emailAt(label),
                role,
                role == PartnerRole.PARTNER_OWNER,
                null));
    contacts++;
    if (role == PartnerRole.PARTNER_ADMIN) {
      timeline.at(
          calendar.daysAfter(at, 130),
          then ->
              office.contacts.deactivate(
                  office.act(then).because("Left the company"),
                  partner,
                  user.id(),
                  office.contacts.get(office.scope(), partner, user.id()).version()));
    }
  }

  private void activate(UUID id, Instant at) {
    office.partners.activate(office.act(at).because("Contract signed"), id, partner(id).version());
    atWork.add(id);
  }

  private void rise(UUID id, PartnerTier tier, Instant at) {
    office.partners.change(
        office.act(at).because("Reached the volume of the next tier"),
        id,
        partner(id).version(),
        now ->
            new PartnerDetails(
                now.companyName(),
                now.legalName(),
                now.website(),
                tier,
                now.commissionModel(),
                now.defaultCommissionRate(),
                now.primaryEmail(),
                now.billingEmail(),
                now.phone(),
                now.country(),
                now.externalId(),
                now.metadata()));
  }

  private void suspend(UUID id, Instant at) {
    office.partners.suspend(
        office.act(at).because("Tax certificate expired"), id, partner(id).version());
    atWork.remove(id);
  }

  private void terminate(UUID id, Instant at) {
    office.partners.terminate(
        office.act(at).because("Programme left by mutual agreement"), id, partner(id).version());
    atWork.remove(id);
  }

  private Partner partner(UUID id) {
    return office.partners.get(office.scope(), id);
  }

  /** Host label of a partner: his name where it has Latin letters, else a made-up one. */
  private String label(int order) {
    String plain = People.plain(story.partners().get(order).company());
    return plain.length() > 3 ? plain : story.slug() + "-partner-" + (order + 1);
  }
}
