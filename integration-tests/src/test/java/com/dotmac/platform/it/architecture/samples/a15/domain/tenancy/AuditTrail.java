package com.dotmac.platform.it.architecture.samples.a15.domain.tenancy;

/** Where acts are recorded, in this sample. */
public interface AuditTrail {
  /** Records. */
  void record(CallContext context);
}
