package com.dotmac.platform.it.bench;

import com.dotmac.platform.app.partners.commissions.EarningsDoors;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.billing.events.EventTelling;
import com.dotmac.platform.domain.partners.commissions.CommissionFollower;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.it.harness.DomainSessions;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many facts become commissions in a second: told one at a time and many at a time, as the app
 * tells them, beside pgbench with statements written by hand for the same rows.
 */
final class AccrualBench {
  static final int BATCH = 500;

  private static final int FEW = 500;
  private static final int MANY = 8 * BATCH;

  private final ProgrammeData data;
  private final DomainSessions sessions;
  private final Pgbench pgbench;
  private final EventTelling telling;
  private final CommissionFollower follower;

  AccrualBench(ProgrammeData data, DomainSessions sessions, Pgbench pgbench) {
    this.data = data;
    this.sessions = sessions;
    this.pgbench = pgbench;
    TenantSessions current = sessions.sessions();
    AuditLog audit = new AuditLog(current);
    telling = new EventTelling(current);
    follower =
        new CommissionFollower(
            EarningsDoors.of(current, new TenantService(current, audit), audit).accrual());
  }

  /** Facts in a second, by who does it. */
  Map<String, Double> measure(ProgrammeData.Programme programme)
      throws SQLException, IOException, InterruptedException {
    Map<String, Double> perSecond = new LinkedHashMap<>();
    perSecond.put("app, one at a time", byApp(programme, FEW, 1));
    perSecond.put("app, %d at a time".formatted(BATCH), byApp(programme, MANY, BATCH));
    perSecond.put("by hand, one at a time", byHand(programme, "accrue-one.sql", FEW, 1));
    perSecond.put(
        "by hand, %d at a time".formatted(BATCH),
        byHand(programme, "accrue-many.sql", MANY, BATCH));
    // What was done by hand is known, and moves only how far the follower was told.
    tellAll(programme, BATCH);
    return perSecond;
  }

  private double byApp(ProgrammeData.Programme programme, int size, int atOnce)
      throws SQLException {
    data.facts(programme, size);
    long start = System.nanoTime();
    int told = tellAll(programme, atOnce);
    if (told != size) {
      throw new IllegalStateException("Told " + told + " facts of " + size);
    }
    return size / ((System.nanoTime() - start) / 1e9);
  }

  private int tellAll(ProgrammeData.Programme programme, int atOnce) {
    int all = 0;
    int told;
    do {
      told =
          sessions.in(
              programme.scope(),
              () -> telling.tell(programme.scope(), follower, atOnce, Instant.now()));
      all += told;
    } while (told > 0);
    return all;
  }

  private double byHand(ProgrammeData.Programme programme, String statements, int size, int atOnce)
      throws SQLException, IOException, InterruptedException {
    long first = data.facts(programme, size);
    data.nextIs(atOnce == 1 ? first + 1 : 1);
    return atOnce
        * pgbench.perSecond(
            statements,
            1,
            List.of("-t", "" + size / atOnce),
            Map.of(
                "tenant", programme.scope().tenantId().toString(),
                "size", "" + atOnce,
                "first", "" + first));
  }
}
