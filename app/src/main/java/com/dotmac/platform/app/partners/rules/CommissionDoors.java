package com.dotmac.platform.app.partners.rules;

import com.dotmac.platform.domain.billing.catalog.ProductService;
import com.dotmac.platform.domain.customers.CustomerService;
import com.dotmac.platform.domain.partners.PartnerAccountService;
import com.dotmac.platform.domain.partners.PartnerService;
import com.dotmac.platform.domain.partners.commissions.CommissionReplayService;
import com.dotmac.platform.domain.partners.rules.CommissionService;
import com.dotmac.platform.domain.partners.rules.RuleBook;
import com.dotmac.platform.domain.partners.rules.RuleEnquiryService;
import com.dotmac.platform.domain.tenancy.AuditTrail;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;

/**
 * The doors to rules of commission, put together once.
 *
 * @param commissions rules
 * @param book the rules as they are to be chosen from
 * @param enquiries what they come to
 * @param replay what they would have come to
 */
public record CommissionDoors(
    CommissionService commissions,
    RuleBook book,
    RuleEnquiryService enquiries,
    CommissionReplayService replay) {

  /**
   * Doors to one database.
   *
   * @param sessions where the current session comes from
   * @param tenants the door to tenants
   * @param customers the door to customers
   * @param products the door to products
   * @param audit where acts are recorded
   */
  public static CommissionDoors of(
      TenantSessions sessions,
      TenantService tenants,
      CustomerService customers,
      ProductService products,
      AuditTrail audit) {
    PartnerService partners = new PartnerService(sessions, audit);
    CommissionService commissions =
        new CommissionService(sessions, partners, products, customers, audit);
    RuleBook book = new RuleBook(sessions);
    RuleEnquiryService enquiries =
        new RuleEnquiryService(
            book,
            commissions,
            partners,
            new PartnerAccountService(sessions, customers, audit),
            customers,
            products,
            tenants);
    return new CommissionDoors(
        commissions,
        book,
        enquiries,
        new CommissionReplayService(sessions, partners, book, enquiries, tenants));
  }
}
