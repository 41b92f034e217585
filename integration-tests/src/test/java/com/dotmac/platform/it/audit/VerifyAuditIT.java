package com.dotmac.platform.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantDetails;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.it.deploy.AppCommand;
import com.dotmac.platform.it.harness.DomainSessions;
import com.dotmac.platform.it.harness.JarProgram.Ended;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb as an operator runs it: a process of its own, as the application's role. */
@NeedsDatabase
class VerifyAuditIT {
  private final TestDatabase database;
  @TempDir private Path folder = Path.of("");

  VerifyAuditIT(TestDatabase database) {
    this.database = database;
  }

  @Test
  void it_proves_every_trail_and_names_the_first_bad_row() throws Exception {
    register("acme");
    UUID other = register("minato");

    Ended whole = run();
    assertThat(whole.err()).isEmpty();
    assertThat(whole.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).matches("acme: whole, acts: 1, head: [0-9a-f]{64}"),
            line -> assertThat(line).matches("minato: whole, acts: 1, head: [0-9a-f]{64}"));
    assertThat(whole.exitCode()).isZero();

    database.administer(
        "UPDATE audit_activities SET actor_name = 'nobody' WHERE tenant_id = '%s'"
            .formatted(other));
    Ended broken = run();
    assertThat(broken.exitCode()).isEqualTo(3);
    assertThat(broken.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("acme: whole"),
            line ->
                assertThat(line)
                    .matches(
                        "minato: BROKEN, link 1, act [0-9a-f-]{36}, is not what was written"
                            + " \\(sound: 0\\)"));
    assertThat(broken.err().strip()).isEqualTo("The audit trail is broken, in so many tenants: 1");

    assertThat(run("--tenant", "acme").exitCode()).isZero();
  }

  private UUID register(String slug) {
    TenantScope scope = new TenantScope(UUID.randomUUID());
    CallContext context =
        new CallContext(
            scope, Actor.operator("ada"), Instant.parse("2026-03-01T10:00:00Z"), null, null);
    TenantDetails details =
        new TenantDetails(slug, slug, ZoneId.of("UTC"), Currency.getInstance("EUR"));
    try (DomainSessions domain = DomainSessions.on(database)) {
      TenantService tenants = new TenantService(domain.sessions(), new AuditLog(domain.sessions()));
      domain.in(scope, () -> tenants.register(context, details));
    }
    return scope.tenantId();
  }

  private Ended run(String... options) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("verify-audit"));
    arguments.addAll(List.of(options));
    return new AppCommand(database, folder).run(arguments.toArray(String[]::new));
  }
}
