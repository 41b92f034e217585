package com.dotmac.platform.it.demo;

import com.dotmac.platform.app.http.JsonSetup;
import com.dotmac.platform.app.jobs.JobSettings;
import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.identity.ApiKeyService;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.demo.data.Count;
import com.dotmac.platform.it.demo.data.Story;
import com.dotmac.platform.it.demo.data.Telling;
import com.dotmac.platform.it.harness.DomainSessions;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.jackson.Jackson;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Brings the stories into the database, each in one transaction, and a key for each tenant. What is
 * there already stays as it is.
 */
final class DemoData {
  private final DomainSessions sessions;
  private final Clock clock;
  private final Seals seals;

  DemoData(DomainSessions sessions, Clock clock, Seals seals) {
    this.sessions = sessions;
    this.clock = clock;
    this.seals = seals;
  }

  /** Loads what is missing; says in words what that was. */
  String load(List<Story> stories, DemoDatabase database, KeptKeys keys)
      throws IOException, SQLException {
    List<Story> missing = new ArrayList<>();
    for (Story story : stories) {
      if (!database.has(story)) {
        missing.add(story);
      }
    }
    // Side by side: whoever tells one mostly waits for the database.
    Count total = missing.parallelStream().map(this::tell).reduce(Count.NOTHING, Count::plus);
    for (Story story : stories) {
      if (missing.contains(story) || keys.find(story.slug()).isEmpty()) {
        keys.keep(story.slug(), issueKey(story));
      }
    }
    return total.tenants() == 0 ? "new keys" : total.inWords();
  }

  private Count tell(Story story) {
    TenantScope scope = new TenantScope(Identifiers.next(clock.instant()));
    return sessions.in(
        scope, () -> new Telling(sessions.sessions(), scope, story, planner(), seals).tell(clock));
  }

  /**
   * Plans what the platform is to do; whoever only plans takes the connection of the transaction.
   */
  private Jobs planner() {
    ObjectMapper mapper = Jackson.newObjectMapper();
    JsonSetup.apply(mapper);
    return new Jobs(sessions.factory(), sessions.pool(), new JobSettings(), clock, mapper);
  }

  private String issueKey(Story story) {
    TenantSessions current = sessions.sessions();
    AuditLog audit = new AuditLog(current);
    TenantService tenants = new TenantService(current, audit);
    UUID tenant =
        sessions.in(new TenantScope(new UUID(0, 0)), () -> tenants.getBySlug(story.slug()).id());
    TenantScope scope = new TenantScope(tenant);
    Instant now = clock.instant();
    CallContext context = new CallContext(scope, Actor.operator("demo"), now, null, null);
    return sessions.in(
        scope,
        () ->
            new ApiKeyService(current, tenants, audit)
                .issue(context, "Demo", Permission.ofEveryTenant(), null)
                .token());
  }
}
