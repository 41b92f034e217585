package com.dotmac.platform.it.architecture.samples.a2.domain.audit;

import com.dotmac.platform.it.architecture.samples.a2.domain.partners.Partner;
import org.jspecify.annotations.Nullable;

/** Of the ground, and knows a feature. */
final class AuditedPartner {
  @Nullable Partner partner;
}
