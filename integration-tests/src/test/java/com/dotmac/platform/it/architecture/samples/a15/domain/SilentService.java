package com.dotmac.platform.it.architecture.samples.a15.domain;

import com.dotmac.platform.it.architecture.samples.a15.domain.tenancy.AuditTrail;
import com.dotmac.platform.it.architecture.samples.a15.domain.tenancy.CallContext;

/** Has one verb that records and one that does not. */
public final class SilentService {
  private final AuditTrail audit;

  /** A door. */
  public SilentService(AuditTrail audit) {
    this.audit = audit;
  }

  /** Changes something, and says so. */
  public void change(CallContext context) {
    done(context);
  }

  /** Changes something, and nobody learns of it. */
  public String hide(CallContext context) {
    return context.toString();
  }

  private void done(CallContext context) {
    audit.record(context);
  }
}
