package com.dotmac.platform.app.customers;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.domain.customers.CustomerException;
import com.dotmac.platform.domain.customers.CustomerService;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;

/** Puts customers on the wire. */
public final class CustomersEndpoints {

  private CustomersEndpoints() {}

  /**
   * Registers the feature.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param customers the door to customers
   */
  public static void register(
      JerseyEnvironment jersey, DomainProblems problems, CustomerService customers) {
    problems.add(
        CustomerException.class,
        Map.of(
            CustomerException.NotFound.class, ProblemCode.CUSTOMER_NOT_FOUND,
            CustomerException.ExternalIdTaken.class, ProblemCode.CUSTOMER_EXTERNAL_ID_TAKEN,
            CustomerException.Archived.class, ProblemCode.CUSTOMER_ARCHIVED));
    jersey.register(new CustomerResource(customers));
  }
}
