package com.dotmac.platform.it.architecture.samples.a3.domain.partners;

import com.dotmac.platform.it.architecture.samples.a3.domain.customers.CustomerRepository;

/** Comes in by the inner door of another feature. */
final class Intruder {
  int count() {
    return new CustomerRepository().count();
  }
}
