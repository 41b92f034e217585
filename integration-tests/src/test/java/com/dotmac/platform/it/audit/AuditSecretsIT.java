package com.dotmac.platform.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.harness.NeedsPlatform;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What nobody may ever read in the trail, because nobody can take it out again. */
@NeedsPlatform
class AuditSecretsIT {
  private static final String KEYS = "/api/v1/api-keys";

  private final RunningPlatform platform;
  private final TestDatabase database;
  private final ATenant tenant;

  AuditSecretsIT(RunningPlatform platform, TestDatabase database) {
    this.platform = platform;
    this.database = database;
    tenant = ATenant.of(platform);
  }

  /** The columns are found in the catalogue: a secret of a later feature is looked for as well. */
  @Test
  void no_secret_and_no_digest_of_any_table_is_in_the_trail() throws SQLException {
    List<String> tokens = new ArrayList<>();
    ApiClient api = tenant.api();
    ApiAnswer key =
        api.post(KEYS, Map.of("name", "robot", "permissions", List.of("partners:read")));
    ApiAnswer fresh = api.ifMatch(key.etag()).post(KEYS + "/" + key.id() + "/rotate");
    api.post(KEYS + "/" + key.id() + "/revoke");
    for (ApiAnswer issued : List.of(key, fresh)) {
      String token = issued.text("token");
      tokens.add(token);
      tokens.add(token.substring(token.lastIndexOf('.') + 1));
    }
    List<String> secrets = secretsOfTheDatabase();
    assertThat(secrets).hasSizeGreaterThanOrEqualTo(3 * 3);
    String trail = String.join("\n", ask("SELECT t::text FROM audit_activities t", tenant.id()));
    assertThat(trail).contains("api_key.issued", "api_key.rotated", "api_key.revoked");
    assertThat(tokens).noneMatch(trail::contains);
    assertThat(secrets).noneMatch(trail::contains);
  }

  @Test
  void a_secret_that_is_handed_in_by_mistake_is_masked() throws SQLException {
    UUID thing = UUID.randomUUID();
    CallContext context =
        new CallContext(
            tenant.scope(), Actor.operator("ada"), platform.clock().instant(), null, null);
    AuditLog audit = new AuditLog(new TenantSessions(platform.sessionFactory()));
    new UnitsOfWork(platform.sessionFactory())
        .in(
            tenant.scope(),
            () -> {
              audit.record(
                  context,
                  "thing.changed",
                  thing,
                  Map.of("passwordHash", "hush-1", "name", "a"),
                  Map.of(
                      "passwordHash",
                      "hush-2",
                      "name",
                      "b",
                      "settings",
                      Map.of("totpSecret", "hush-3", "list", List.of(Map.of("Token", "hush-4")))));
              return thing;
            });
    ApiAnswer trail = tenant.api().get("/api/v1/audit-activities?resourceId=" + thing);
    assertThat(trail.body()).doesNotContain("hush");
    assertThat(trail.rows().get(0).path("before"))
        .hasToString("{\"name\":\"a\",\"passwordHash\":\"***\"}");
    assertThat(trail.rows().get(0).path("after").path("settings"))
        .hasToString("{\"list\":[{\"Token\":\"***\"}],\"totpSecret\":\"***\"}");
  }

  /** Values of every column that holds bytes or is called a secret, in the ways to write them. */
  private List<String> secretsOfTheDatabase() throws SQLException {
    List<String> secrets = new ArrayList<>();
    for (String query :
        ask(
            """
            SELECT format('SELECT encode(%s, ''hex'') FROM %I WHERE tenant_id = ''%s''',
              CASE data_type WHEN 'bytea' THEN quote_ident(column_name)
                ELSE format('convert_to(%I::text, ''UTF8'')', column_name) END, table_name, current_tenant_id())
            FROM information_schema.columns c
            WHERE table_schema = 'public' AND table_name NOT LIKE 'audit%'
              AND (data_type = 'bytea' OR column_name ~ 'secret|password|digest|hash|token')
              AND EXISTS (SELECT 1 FROM information_schema.columns o WHERE o.table_schema = 'public'
                          AND o.table_name = c.table_name AND o.column_name = 'tenant_id')
            """,
            tenant.id())) {
      for (String hex : ask(query, tenant.id())) {
        byte[] value = HexFormat.of().parseHex(hex);
        secrets.add(hex);
        secrets.add(Base64.getEncoder().encodeToString(value));
        secrets.add(Base64.getUrlEncoder().withoutPadding().encodeToString(value));
      }
    }
    return secrets;
  }

  private List<String> ask(String query, UUID tenantId) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection app = database.connectAsApp(tenantId);
        Statement statement = app.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        if (row.getString(1) != null) {
          values.add(row.getString(1));
        }
      }
      return values;
    }
  }
}
