package com.dotmac.platform.it.architecture.samples.a3.domain.customers;

/** An inner door that stands open. */
public final class CustomerRepository {
  /** Finds nothing. */
  public int count() {
    return 0;
  }
}
