package com.dotmac.platform.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.domain.audit.AuditChain;
import com.dotmac.platform.domain.audit.ChainProof;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.it.harness.DomainSessions;
import com.dotmac.platform.it.harness.Empty;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.TestDatabase;
import com.dotmac.platform.it.migrator.MigratorRun;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@NeedsDatabase
class EarlierActsIT {
  private static final TenantScope ONE = new TenantScope(new UUID(0, 1));
  private static final TenantScope OTHER = new TenantScope(new UUID(0, 2));

  @Test
  void acts_that_are_older_than_the_chain_are_linked_and_called_so(@Empty TestDatabase database) {
    MigratorRun.of(database, "migrate", "--to", "0011-partners-create-partner-accounts").done();
    database.administer(
        """
        INSERT INTO tenants SELECT id, 'tenant-' || n, 'Tenant', 'active', 'UTC', 'EUR', '2026-01-01Z', '2026-01-01Z', 0
        FROM (SELECT n, ('00000000-0000-0000-0000-00000000000' || n)::uuid AS id FROM generate_series(1, 2) n) given
        """);
    act(database, ONE, 3);
    act(database, OTHER, 2);
    MigratorRun.of(database, "migrate").done();
    act(database, ONE, 1);

    try (DomainSessions domain = DomainSessions.on(database)) {
      ChainProof ofOne = proof(domain, ONE);
      assertThat(ofOne.fault()).isNull();
      assertThat(ofOne.links()).isEqualTo(4);
      assertThat(ofOne.earlier()).isEqualTo(3);
      ChainProof ofOther = proof(domain, OTHER);
      assertThat(ofOther.fault()).isNull();
      assertThat(ofOther.earlier()).isEqualTo(2);

      database.administer("UPDATE audit_chain_links SET origin = 'commit' WHERE sequence = 2");
      assertThat(proof(domain, OTHER).fault()).startsWith("link 2, act ");
    }
  }

  private static ChainProof proof(DomainSessions domain, TenantScope scope) {
    return domain.in(scope, () -> new AuditChain(domain.sessions()).prove(scope));
  }

  private static void act(TestDatabase database, TenantScope scope, int times) {
    database.administer(
        """
        INSERT INTO audit_activities (tenant_id, id, occurred_at, actor_kind, actor_name, action,
          resource_kind, resource_id)
        SELECT '%s', gen_random_uuid(), '2026-01-01Z', 'operator', 'ada', 'a.b', 'a', gen_random_uuid()
        FROM generate_series(1, %d)
        """
            .formatted(scope.tenantId(), times));
  }
}
