package com.dotmac.platform.it.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.partners.Partner;
import com.dotmac.platform.domain.tenancy.TenantConnections;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.fixtures.APartner;
import com.dotmac.platform.it.fixtures.ATenant;
import com.dotmac.platform.it.harness.ApiAnswer;
import com.dotmac.platform.it.harness.NeedsDatabase;
import com.dotmac.platform.it.harness.RunningPlatform;
import com.dotmac.platform.it.harness.TestDatabase;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What Hibernate itself shows of other tenants, on a database whose row security is off. */
@NeedsDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class OwnRowsIT {
  private final TestDatabase database;
  private final RunningPlatform platform;
  private final ATenant mine;
  private final ATenant other;
  private ApiAnswer his;

  OwnRowsIT(TestDatabase database) {
    this.database = database;
    platform = RunningPlatform.on(database);
    mine = ATenant.of(platform);
    other = ATenant.of(platform);
  }

  @BeforeAll
  void take_the_other_wall_away() {
    APartner.any().createdBy(mine.api());
    his = APartner.any().createdBy(other.api());
    database.administer("ALTER TABLE partners DISABLE ROW LEVEL SECURITY");
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void a_row_of_another_tenant_is_neither_read_nor_listed_nor_changed() {
    assertThat(mine.api().get(APartner.path(his)).status()).isEqualTo(404);
    assertThat(mine.api().get(APartner.PATH).rows()).hasSize(1);
    assertThat(
            mine.api().ifMatch(his.etag()).patch(APartner.path(his), "{\"phone\": \"1\"}").status())
        .isEqualTo(404);
    assertThat(other.api().get(APartner.path(his)).body()).isEqualTo(his.body());
  }

  @Test
  void a_transaction_that_names_another_tenant_than_its_session_shows_nothing_of_his() {
    TenantSessions sessions = new TenantSessions(platform.sessionFactory());
    UnitsOfWork unitsOfWork = new UnitsOfWork(platform.sessionFactory());
    assertThatThrownBy(
            () ->
                unitsOfWork.in(
                    mine.scope(),
                    () -> {
                      sessions
                          .of(mine.scope())
                          .doWork(
                              connection ->
                                  TenantConnections.name(connection, new TenantScope(other.id())));
                      return sessions.of(mine.scope()).find(Partner.class, his.id());
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("belongs to another tenant than the session");
  }

  @Test
  void a_query_is_translated_once_and_not_for_each_request() {
    mine.api().get(APartner.PATH);
    Statistics statistics = platform.sessionFactory().getStatistics();
    statistics.setStatisticsEnabled(true);
    long found = statistics.getQueryPlanCacheHitCount();
    mine.api().get(APartner.PATH);
    // What the query says and how it is asked: of that for the key, and of that for the list. How
    // it is asked is not kept while a filter is on.
    assertThat(statistics.getQueryPlanCacheHitCount() - found).isGreaterThanOrEqualTo(4);
  }
}
