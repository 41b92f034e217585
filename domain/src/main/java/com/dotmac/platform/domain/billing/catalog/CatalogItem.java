package com.dotmac.platform.domain.billing.catalog;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What everything in the catalogue has in common: it is archived and never deleted, because
 * invoices and subscriptions refer to it. Maps no column; each entity maps its own.
 */
abstract class CatalogItem {

  /** Identifier. */
  public abstract UUID id();

  /** Whether it is for anything new. */
  public abstract CatalogStatus status();

  /** Grows by one with each change. */
  public abstract int version();

  /** Closes it for good. */
  abstract void archive(Instant at);

  /** What the audit trail keeps of it. */
  abstract Map<String, @Nullable Object> auditState();
}
