package com.dotmac.platform.app.partners.onboarding;

import com.dotmac.platform.app.auth.TenantSlugs;
import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.identity.LinkSetUp;
import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.signin.PasswordHasher;
import com.dotmac.platform.domain.partners.onboarding.PartnerApplicationException;
import com.dotmac.platform.domain.partners.onboarding.PartnerInvitationException;
import com.dotmac.platform.domain.tenancy.TenantService;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Clock;
import java.util.Map;

/** Puts on the wire how partners and their people come aboard. */
public final class OnboardingEndpoints {

  private OnboardingEndpoints() {}

  /**
   * Registers the feature.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param doors the doors
   * @param tenants the door to tenants
   * @param setUp whether links can be mailed
   * @param hasher hashes what people choose
   * @param unitsOfWork where steps run
   * @param clock tells the instant of a request
   */
  public static void register(
      JerseyEnvironment jersey,
      DomainProblems problems,
      OnboardingDoors doors,
      TenantService tenants,
      LinkSetUp setUp,
      PasswordHasher hasher,
      UnitsOfWork unitsOfWork,
      Clock clock) {
    problems.add(
        PartnerInvitationException.class,
        Map.of(
            PartnerInvitationException.NotFound.class, ProblemCode.PARTNER_INVITATION_NOT_FOUND,
            PartnerInvitationException.Open.class, ProblemCode.PARTNER_INVITATION_OPEN,
            PartnerInvitationException.Ended.class, ProblemCode.PARTNER_INVITATION_ENDED,
            PartnerInvitationException.MailedTooOften.class, ProblemCode.MAIL_WRITTEN_RECENTLY,
            PartnerInvitationException.LoginExists.class,
                ProblemCode.PARTNER_INVITATION_LOGIN_EXISTS));
    problems.add(
        PartnerApplicationException.class,
        Map.of(
            PartnerApplicationException.NotFound.class, ProblemCode.PARTNER_APPLICATION_NOT_FOUND,
            PartnerApplicationException.Closed.class, ProblemCode.PARTNER_APPLICATIONS_CLOSED,
            PartnerApplicationException.Open.class, ProblemCode.PARTNER_APPLICATION_DECIDED,
            PartnerApplicationException.Decided.class, ProblemCode.PARTNER_APPLICATION_DECIDED));
    jersey.register(new PartnerInvitationResource(doors.out(), setUp));
    jersey.register(
        new AcceptedInvitationResource(
            new AcceptedInvitations(doors.back(), tenants, hasher, unitsOfWork, clock),
            doors.back()));
    jersey.register(new PartnerApplicationResource(doors.applications(), setUp));
    jersey.register(
        new ApplyResource(
            doors.applications(), new TenantSlugs(tenants, unitsOfWork), unitsOfWork, clock));
  }

  /**
   * Lets an instance note that the time of invitations is over.
   *
   * @param jobs where it gets its work
   * @param doors the doors
   * @param unitsOfWork where the verb runs
   * @param clock tells the instant
   */
  public static void work(Jobs jobs, OnboardingDoors doors, UnitsOfWork unitsOfWork, Clock clock) {
    jobs.add(new InvitationEndWorker(doors.out(), unitsOfWork, clock).task());
  }
}
