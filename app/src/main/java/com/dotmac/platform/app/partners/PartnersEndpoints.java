package com.dotmac.platform.app.partners;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.partners.PartnerAccountService;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.PartnerSettingsService;
import com.dotmac.platform.domain.partners.PartnerUserService;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import io.dropwizard.jersey.setup.JerseyEnvironment;

/** Builds the doors of the partners feature and puts its resources on the wire. */
public final class PartnersEndpoints {

  private PartnersEndpoints() {}

  /**
   * Registers the feature.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param sessions sessions of the database
   * @param customers the door to customers
   * @param audit where acts are recorded
   */
  public static void register(
      JerseyEnvironment jersey,
      DomainProblems problems,
      TenantSessions sessions,
      CustomerService customers,
      AuditTrail audit) {
    PartnersProblems.register(problems);
    jersey.register(new PartnerResource(new PartnerService(sessions, audit)));
    jersey.register(new PartnerUserResource(new PartnerUserService(sessions, audit)));
    jersey.register(
        new PartnerAccountResource(new PartnerAccountService(sessions, customers, audit)));
    jersey.register(new PartnerSettingsResource(new PartnerSettingsService(sessions, audit)));
  }
}
