package com.dotmac.platform.it.demo.data;

import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.domain.identity.UserDetails;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

/**
 * Tells a story: everything in it happens again, in order, at instants that lie before now. The
 * same story told on the same day is the same, save for identifiers and keys.
 */
public final class Telling {
  private static final int DAYS = 420;
  private static final int STAFF = 3;

  private final TenantSessions sessions;
  private final TenantScope scope;
  private final Story story;
  private final Jobs jobs;
  private final Seals seals;

  /**
   * A telling.
   *
   * @param sessions where the current session comes from
   * @param scope the tenant to be
   * @param story what happens
   * @param jobs where what is to happen after today is planned
   * @param seals keeps numbers of accounts
   */
  public Telling(TenantSessions sessions, TenantScope scope, Story story, Jobs jobs, Seals seals) {
    this.sessions = sessions;
    this.scope = scope;
    this.story = story;
    this.jobs = jobs;
    this.seals = seals;
  }

  /**
   * Tells it, within the transaction of the caller.
   *
   * @param clock says when today is
   */
  public Count tell(Clock clock) {
    Random random = new Random(story.slug().hashCode());
    Instant now = clock.instant();
    Office office = new Office(sessions, scope, seals, random);
    Calendar calendar = new Calendar(now, story.tenant().timeZone(), random);
    People people = new People(story, random);
    Timeline timeline = new Timeline(now);
    timeline.at(
        calendar.daysAgo(DAYS), at -> office.tenants.register(office.act(at), story.tenant()));
    timeline.at(calendar.daysAgo(DAYS - 1), at -> hireStaff(office, people, at));
    Banks banks = new Banks(story.tenant().defaultCurrency());
    Partnering partnering =
        new Partnering(story, office, calendar, timeline, people, banks, random);
    partnering.plan();
    Selling selling = new Selling(story, office, calendar, timeline, now, jobs);
    selling.plan();
    Trading trading = new Trading(story, office, calendar, timeline, partnering, selling, random);
    trading.plan();
    Paying paying = new Paying(story, office, calendar, timeline, banks);
    paying.plan();
    Example example = new Example(story, office, calendar, timeline, selling, paying);
    example.plan();
    timeline.run(office::forget);
    return new Count(
        1,
        story.partners().size() + 1,
        partnering.contacts(),
        story.customers() + story.exampleCustomers().size(),
        trading.accounts() + story.exampleCustomers().size(),
        selling.invoices() + example.invoices(),
        paying.payouts(),
        office.acts());
  }

  private void hireStaff(Office office, People people, Instant at) {
    for (int i = 0; i < STAFF; i++) {
      People.Person person = people.next();
      var user =
          office.users.register(
              office.act(at), new UserDetails(person.emailAt(story.slug()), person.fullName()));
      office.hire(user, person.fullName());
    }
  }
}
