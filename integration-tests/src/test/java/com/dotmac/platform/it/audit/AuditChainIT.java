package com.dotmac.platform.it.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.audit.AuditChain;
import com.dotmac.platform.domain.audit.ChainProof;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.fixtures.ACustomer;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.AtOnce;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class AuditChainIT {
  private final TestDatabase database;
  private final RunningPlatform platform;
  private final UnitsOfWork unitsOfWork;
  private final AuditChain chain;
  private final ATenant tenant;

  AuditChainIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database);
    unitsOfWork = new UnitsOfWork(platform.sessionFactory());
    chain = new AuditChain(new TenantSessions(platform.sessionFactory()));
    tenant = ATenant.of(platform);
  }

  /** Six acts: the tenant, its key, and what is done with it. */
  @BeforeAll
  void act() {
    var api = tenant.api().with("X-Request-Id", "request-1");
    var customer = ACustomer.any().createdBy(api);
    ACustomer.any().createdBy(api);
    api.ifMatch(customer.etag()).patch(ACustomer.path(customer), Map.of("name", "Néw ☂ name"));
    ACustomer.any().createdBy(api);
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void an_untouched_trail_is_whole() {
    ChainProof proof = prove(tenant);
    assertThat(proof.fault()).isNull();
    assertThat(proof.links()).isEqualTo(6);
    assertThat(proof.earlier()).isZero();
    assertThat(proof.hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void a_tenant_that_never_acted_is_whole() {
    TenantScope nobody = new TenantScope(UUID.randomUUID());
    assertThat(unitsOfWork.in(nobody, () -> chain.prove(nobody)).holds()).isTrue();
  }

  /** Every column that there is, so one that the form forgets is found on its first day. */
  @TestFactory
  Stream<DynamicTest> an_altered_column_is_found() throws SQLException {
    return Stream.of("audit_activities", "audit_chain_links", "audit_chain_heads")
        .flatMap(this::columns)
        .map(
            column ->
                DynamicTest.dynamicTest(
                    column[0] + "." + column[1],
                    () ->
                        assertThat(tampered(alteration(column[0], column[1], column[2])).holds())
                            .isFalse()));
  }

  @Test
  void a_value_that_becomes_null_or_empty_is_found() throws SQLException {
    String third = " WHERE " + isLink(3);
    assertThat(tampered("UPDATE audit_activities SET request_id = NULL" + third).fault())
        .startsWith("link 3, act ");
    assertThat(tampered("UPDATE audit_activities SET request_id = ''" + third).holds()).isFalse();
    assertThat(tampered("UPDATE audit_activities SET before_state = '{}'" + third).holds())
        .isFalse();
  }

  @Test
  void a_value_that_moves_to_the_next_column_is_found() throws SQLException {
    assertThat(
            tampered(
                    "UPDATE audit_activities SET reason = request_id, request_id = NULL WHERE "
                        + isLink(3))
                .fault())
        .endsWith("is not what was written");
  }

  @Test
  void a_removed_act_is_found_with_and_without_its_link() throws SQLException {
    String act = "DELETE FROM audit_activities WHERE " + isLink(3);
    assertThat(tampered(act).fault()).startsWith("the act of link 3, ").endsWith(", is missing");
    assertThat(tampered(act, "DELETE FROM audit_chain_links WHERE sequence = 3").fault())
        .isEqualTo("link 3 is missing");
  }

  @Test
  void acts_removed_at_the_end_are_found_by_the_head() throws SQLException {
    assertThat(
            tampered(
                    "DELETE FROM audit_activities WHERE " + isLink(6),
                    "DELETE FROM audit_chain_links WHERE sequence = 6")
                .fault())
        .isEqualTo("link 6 is missing: the head says that there are 6");
    assertThat(tampered("DELETE FROM audit_chain_heads").fault())
        .isEqualTo("the head of the chain is missing");
  }

  @Test
  void an_added_act_is_found() throws SQLException {
    String columns =
        "tenant_id, gen_random_uuid(), occurred_at, actor_kind, actor_id, actor_name, action,"
            + " resource_kind, resource_id, reason, request_id, before_state, after_state";
    String added =
        "INSERT INTO audit_activities SELECT "
            + columns
            + " FROM audit_activities WHERE "
            + isLink(2);
    assertThat(tampered(added).fault()).endsWith("was added past the chain");
  }

  @Test
  void acts_that_change_places_are_found() throws SQLException {
    assertThat(
            tampered(
                    "UPDATE audit_chain_links SET sequence = 100 WHERE sequence = 2",
                    "UPDATE audit_chain_links SET sequence = 2 WHERE sequence = 3",
                    "UPDATE audit_chain_links SET sequence = 3 WHERE sequence = 100")
                .fault())
        .startsWith("link 2, act ");
  }

  @Test
  void a_link_made_anew_no_longer_fits_its_neighbour() throws SQLException {
    assertThat(
            tampered(
                    "UPDATE audit_activities SET actor_name = 'somebody' WHERE " + isLink(3),
                    """
                    UPDATE audit_chain_links link SET hash = audit_chain_hash(
                      'dotmac-audit-1', encode(previous_hash, 'hex'), sequence::text, origin,
                      act.tenant_id::text, act.id::text,
                      to_char(act.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                      act.actor_kind, act.actor_id::text, act.actor_name,
                      act.action, act.resource_kind, act.resource_id::text,
                      act.reason, act.request_id, act.before_state::text, act.after_state::text)
                    FROM audit_activities act WHERE act.id = link.activity_id AND sequence = 3
                    """)
                .fault())
        .startsWith("link 4, act ")
        .endsWith("does not follow the link before it");
  }

  @Test
  void the_application_cannot_write_the_chain() throws SQLException {
    try (Connection app = database.connectAsApp(tenant.id());
        Statement statement = app.createStatement()) {
      for (String attempt :
          List.of(
              "INSERT INTO audit_chain_links SELECT * FROM audit_chain_links",
              "UPDATE audit_chain_links SET sequence = 7",
              "DELETE FROM audit_chain_links",
              "TRUNCATE audit_chain_links",
              "INSERT INTO audit_chain_heads SELECT * FROM audit_chain_heads",
              "UPDATE audit_chain_heads SET last_sequence = 7",
              "DELETE FROM audit_chain_heads",
              "TRUNCATE audit_chain_heads",
              "SELECT link_audit_activity_at_commit()",
              "ALTER TABLE audit_activities DISABLE TRIGGER link_at_commit",
              "SET session_replication_role TO replica")) {
        assertThatThrownBy(() -> statement.execute(attempt))
            .as(attempt)
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
      }
    }
  }

  @Test
  void fifty_at_once_leave_one_unbroken_chain_in_each_of_two_tenants() {
    ATenant one = ATenant.of(platform);
    ATenant other = ATenant.of(platform);
    AtOnce.times(
        50, place -> (place % 2 == 0 ? one : other).user("user-%d@a.example".formatted(place)));
    assertThat(prove(one).fault()).isNull();
    assertThat(prove(one).links()).isEqualTo(26);
    assertThat(prove(other).fault()).isNull();
    assertThat(prove(other).links()).isEqualTo(26);
  }

  @Test
  void many_acts_of_one_transaction_are_linked_each_once_in_whatever_order_they_were_written()
      throws SQLException {
    ATenant busy = ATenant.of(platform);
    try (Connection app = database.connectAsApp(busy.id());
        Statement statement = app.createStatement()) {
      app.setAutoCommit(false);
      statement.execute(acts(300));
      statement.execute("SAVEPOINT half");
      statement.execute(acts(300));
      statement.execute("RELEASE half");
      statement.execute("SAVEPOINT given_up");
      statement.execute(acts(300));
      statement.execute("ROLLBACK TO given_up");
      app.commit();
    }
    assertThat(prove(busy).fault()).isNull();
    assertThat(prove(busy).links()).isEqualTo(1 + 600);
  }

  /** The head is locked at the commit: no transaction holds it while it waits for something. */
  @Test
  void an_act_written_early_holds_up_nobody() throws SQLException {
    ATenant busy = ATenant.of(platform);
    try (Connection app = database.connectAsApp(busy.id());
        Statement statement = app.createStatement()) {
      app.setAutoCommit(false);
      statement.execute(acts(1));
      busy.user("quick@a.example");
      assertThat(prove(busy).links()).isEqualTo(2);
      app.commit();
    }
    assertThat(prove(busy).fault()).isNull();
    assertThat(prove(busy).links()).isEqualTo(3);
  }

  private static String acts(int times) {
    return """
    INSERT INTO audit_activities (tenant_id, id, occurred_at, actor_kind, actor_name, action,
      resource_kind, resource_id)
    SELECT current_tenant_id(), gen_random_uuid(), '2026-01-01Z', 'operator', 'ada', 'a.b', 'a',
      gen_random_uuid() FROM generate_series(1, %d)
    """
        .formatted(times);
  }

  private ChainProof prove(ATenant whose) {
    return unitsOfWork.in(whose.scope(), () -> chain.prove(whose.scope()));
  }

  private ChainProof tampered(String... statements) throws SQLException {
    assertThat(prove(tenant).holds()).isTrue();
    return ChainTampering.during(database, () -> prove(tenant), statements);
  }

  private static String isLink(int sequence) {
    return "id IN (SELECT activity_id FROM audit_chain_links WHERE sequence = %d)"
        .formatted(sequence);
  }

  private static String alteration(String table, String column, String type) {
    String other =
        switch (type) {
          case "uuid" -> "gen_random_uuid()";
          case "bytea" -> "sha256('x')";
          case "jsonb" -> "'{\"name\": \"Nobody\"}'";
          case "bigint" -> column + " + 40";
          case "timestamp with time zone" -> column + " + interval '1 microsecond'";
          default -> textFor(column);
        };
    String where =
        switch (table) {
          case "audit_activities" -> " WHERE " + isLink(3);
          case "audit_chain_links" -> " WHERE sequence = 3";
          default -> "";
        };
    return "UPDATE %s SET %s = %s%s".formatted(table, column, other, where);
  }

  /** A text that the checks of the column let pass. */
  private static String textFor(String column) {
    return switch (column) {
      case "actor_kind" -> "'operator'";
      case "action" -> "'other.act'";
      default -> "'earlier'";
    };
  }

  private Stream<String[]> columns(String table) {
    List<String[]> columns = new ArrayList<>();
    try (Connection administrator = database.connectAsAdministrator();
        Statement statement = administrator.createStatement();
        ResultSet column =
            statement.executeQuery(
                """
                SELECT column_name, data_type FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name = '%s' ORDER BY ordinal_position
                """
                    .formatted(table))) {
      while (column.next()) {
        columns.add(new String[] {table, column.getString(1), column.getString(2)});
      }
      return columns.stream();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
