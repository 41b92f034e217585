package com.dotmac.platform.it.demo.data;

import com.dotmac.platform.domain.customers.Customer;
import com.dotmac.platform.domain.customers.CustomerDetails;
import com.dotmac.platform.domain.partners.PartnerAccount;
import com.dotmac.platform.domain.partners.PartnerAccountDetails;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Customers come; partners look after most of them, for a while or until today. */
final class Trading {
  private static final int FIRST_COMES = 395;
  private static final int LAST_COMES = 4;
  private static final List<String> ENGAGEMENTS = List.of("referral", "resale", "managed_service");
  private static final BigDecimal SPECIAL_RATE = new BigDecimal("0.22");

  private final Story story;
  private final Office office;
  private final Calendar calendar;
  private final Timeline timeline;
  private final Partnering partnering;
  private final Selling selling;
  private final Random random;
  private final List<String> names = new ArrayList<>();
  private int accounts;

  Trading(
      Story story,
      Office office,
      Calendar calendar,
      Timeline timeline,
      Partnering partnering,
      Selling selling,
      Random random) {
    this.story = story;
    this.office = office;
    this.calendar = calendar;
    this.timeline = timeline;
    this.partnering = partnering;
    this.selling = selling;
    this.random = random;
    for (String stem : story.stems()) {
      for (String kind : story.kinds()) {
        names.add(stem + (People.plain(stem).isEmpty() ? "" : " ") + kind);
      }
    }
    Collections.shuffle(names, random);
  }

  /** Plans all of it. */
  void plan() {
    for (int i = 0; i < story.customers(); i++) {
      int order = i;
      int daysAgo = FIRST_COMES - i * (FIRST_COMES - LAST_COMES) / story.customers();
      timeline.at(calendar.daysAgo(daysAgo), at -> come(order, at));
    }
  }

  /** How many engagements there were. */
  int accounts() {
    return accounts;
  }

  private void come(int order, Instant at) {
    String name = names.get(order);
    String plain = People.plain(name);
    String host = plain.isEmpty() ? "%s-customer-%d".formatted(story.slug(), order + 1) : plain;
    String country = story.countries().get(random.nextInt(story.countries().size()));
    Customer customer =
        office.customers.create(
            office.act(at),
            new CustomerDetails(
                name,
                "office@" + host + ".example",
                country,
                order % 3 == 0 ? null : "erp-%05d".formatted(20_310 + order)));
    selling.meet(order, customer.id(), at);
    if (order % 12 == 11) {
      timeline.at(calendar.daysAfter(at, 90), then -> archive(customer.id(), then));
    } else if (random.nextInt(5) > 0) {
      int days = 1 + random.nextInt(14);
      timeline.at(calendar.daysAfter(at, days), then -> assign(order, customer.id(), then));
    }
  }

  private void assign(int order, UUID customer, Instant at) {
    partnering
        .someoneAtWork()
        .ifPresent(
            partner -> {
              PartnerAccount account =
                  office.accounts.assign(office.act(at), partner, customer, details(order));
              accounts++;
              if (order % 6 == 1) {
                timeline.at(
                    calendar.daysAfter(at, 100), then -> end(order, partner, account.id(), then));
              }
            });
  }

  private static PartnerAccountDetails details(int order) {
    return new PartnerAccountDetails(
        ENGAGEMENTS.get(order % ENGAGEMENTS.size()),
        order % 10 == 4 ? SPECIAL_RATE : null,
        order % 10 == 4 ? "Rate agreed with the launch offer" : null);
  }

  /** Some go to another partner afterwards. */
  private void end(int order, UUID partner, UUID id, Instant at) {
    PartnerAccount account = office.accounts.get(office.scope(), partner, id);
    if (account.endedAt() != null) {
      return;
    }
    office.accounts.end(
        office.act(at).because("Customer asked for another partner"),
        partner,
        id,
        account.version());
    if (order % 4 == 1) {
      timeline.at(calendar.daysAfter(at, 9), then -> assign(order + 1, account.customerId(), then));
    }
  }

  private void archive(UUID customer, Instant at) {
    office.customers.archive(
        office.act(at).because("Gave up business"),
        customer,
        office.customers.get(office.scope(), customer).version());
  }
}
