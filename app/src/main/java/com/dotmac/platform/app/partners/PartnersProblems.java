package com.dotmac.platform.app.partners;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.domain.partners.PartnerAccountException;
import com.dotmac.platform.domain.partners.PartnerException;
import com.dotmac.platform.domain.partners.PartnerSettingsException;
import com.dotmac.platform.domain.partners.PartnerUserException;
import java.util.Map;

/** What callers are told when a refusal of the partners feature meets them. */
final class PartnersProblems {

  private PartnersProblems() {}

  static void register(DomainProblems problems) {
    problems.add(
        PartnerException.class,
        Map.of(
            PartnerException.NotFound.class, ProblemCode.PARTNER_NOT_FOUND,
            PartnerException.CompanyNameTaken.class, ProblemCode.PARTNER_COMPANY_NAME_TAKEN,
            PartnerException.ExternalIdTaken.class, ProblemCode.PARTNER_EXTERNAL_ID_TAKEN,
            PartnerException.StepNotAllowed.class, ProblemCode.PARTNER_STEP_NOT_ALLOWED,
            PartnerException.Archived.class, ProblemCode.PARTNER_ARCHIVED,
            PartnerException.NotActive.class, ProblemCode.PARTNER_NOT_ACTIVE));
    problems.add(
        PartnerUserException.class,
        Map.of(
            PartnerUserException.NotFound.class, ProblemCode.PARTNER_USER_NOT_FOUND,
            PartnerUserException.EmailTaken.class, ProblemCode.PARTNER_USER_EMAIL_TAKEN,
            PartnerUserException.PrimaryContactTaken.class,
                ProblemCode.PARTNER_USER_PRIMARY_CONTACT_TAKEN,
            PartnerUserException.UserNotFound.class, ProblemCode.PARTNER_USER_LINK_NOT_FOUND,
            PartnerUserException.Deactivated.class, ProblemCode.PARTNER_USER_DEACTIVATED,
            PartnerUserException.LastOwner.class, ProblemCode.PARTNER_USER_LAST_OWNER,
            PartnerUserException.OwnersOnly.class, ProblemCode.PARTNER_USER_OWNERS_ONLY));
    problems.add(
        PartnerAccountException.class,
        Map.of(
            PartnerAccountException.NotFound.class, ProblemCode.PARTNER_ACCOUNT_NOT_FOUND,
            PartnerAccountException.CustomerTaken.class, ProblemCode.PARTNER_ACCOUNT_CUSTOMER_TAKEN,
            PartnerAccountException.Ended.class, ProblemCode.PARTNER_ACCOUNT_ENDED));
    problems.add(
        PartnerSettingsException.class,
        Map.of(PartnerSettingsException.Wrong.class, ProblemCode.VALIDATION_FAILED));
  }
}
