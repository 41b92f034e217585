package com.dotmac.platform.domain.partners.ledger;

import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.List;
import org.hibernate.Session;

/**
 * The door through which the books grow. Nothing in them is ever changed: what is wrong is put
 * right by a further transaction. Whoever posts records the act that it follows from.
 */
public final class Ledger {

  private final TenantSessions sessions;

  /**
   * The books in the sessions of one database.
   *
   * @param sessions where the current session comes from
   */
  public Ledger(TenantSessions sessions) {
    this.sessions = sessions;
  }

  /**
   * Enters transactions, at the instant of the call. Two statements, however many there are.
   *
   * <p>What the session holds is sent to the database first: entries refer to it.
   *
   * @param drafts none: nothing happens
   */
  public void post(CallContext context, List<LedgerDraft> drafts) {
    if (drafts.isEmpty()) {
      return;
    }
    LedgerRows rows = new LedgerRows(context);
    drafts.forEach(rows::add);
    Session session = sessions.of(context.scope());
    session.flush();
    session.doWork(rows::insert);
  }
}
