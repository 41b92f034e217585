package com.dotmac.platform.app.customers;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.domain.customers.CustomerContactException;
import com.dotmac.platform.domain.customers.CustomerContactService;
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
   * @param contacts the door to the people at a customer's
   */
  public static void register(
      JerseyEnvironment jersey,
      DomainProblems problems,
      CustomerService customers,
      CustomerContactService contacts) {
    problems.add(
        CustomerException.class,
        Map.of(
            CustomerException.NotFound.class, ProblemCode.CUSTOMER_NOT_FOUND,
            CustomerException.ExternalIdTaken.class, ProblemCode.CUSTOMER_EXTERNAL_ID_TAKEN,
            CustomerException.Archived.class, ProblemCode.CUSTOMER_ARCHIVED));
    problems.add(
        CustomerContactException.class,
        Map.of(
            CustomerContactException.NotFound.class, ProblemCode.CUSTOMER_CONTACT_NOT_FOUND,
            CustomerContactException.EmailTaken.class, ProblemCode.CUSTOMER_CONTACT_EMAIL_TAKEN,
            CustomerContactException.PrimaryTaken.class,
                ProblemCode.CUSTOMER_CONTACT_PRIMARY_TAKEN));
    jersey.register(new CustomerResource(customers));
    jersey.register(new CustomerContactResource(contacts));
  }
}
