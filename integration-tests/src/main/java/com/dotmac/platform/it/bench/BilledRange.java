package com.dotmac.platform.it.bench;

import java.util.List;

/**
 * Customers with one draft each, made for one measurement.
 *
 * @param first number of the row before the first of them
 * @param customers identifiers, in the order of the drafts
 * @param invoices identifiers of the drafts
 */
record BilledRange(long first, List<String> customers, List<String> invoices) {
  /** How many are done together. */
  static final int BATCH = 500;

  /** For those that are done one by one. */
  static final int FEW = 960;

  /** For those that are done together. */
  static final int MANY = 8 * BATCH;

  /** How many there are. */
  int size() {
    return invoices.size();
  }
}
