package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.ProblemCode;
import com.dotmac.platform.app.jobs.Jobs;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.identity.links.LinkException;
import com.dotmac.platform.domain.identity.links.LinkService;
import com.dotmac.platform.domain.identity.signin.PasswordHasher;
import com.dotmac.platform.domain.tenancy.TenantService;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Clock;
import java.util.Map;

/** Puts links that are mailed to people on the wire, and lets an instance write such mails. */
public final class LinkEndpoints {

  private LinkEndpoints() {}

  /**
   * Registers the feature.
   *
   * @param jersey where resources go
   * @param problems where refusals go
   * @param links the doors to links
   * @param people the doors to people
   * @param tenants the door to tenants
   * @param setUp whether links can be mailed
   * @param jobs where requests for a new password are planned
   * @param notice tells people that their password was changed
   * @param hasher hashes what people choose
   * @param unitsOfWork where steps run
   * @param clock tells the instant of a request
   */
  public static void register(
      JerseyEnvironment jersey,
      DomainProblems problems,
      LinkDoors links,
      PeopleDoors people,
      TenantService tenants,
      LinkSetUp setUp,
      Jobs jobs,
      PasswordNotice notice,
      PasswordHasher hasher,
      UnitsOfWork unitsOfWork,
      Clock clock) {
    problems.add(
        LinkException.class,
        Map.of(
            LinkException.Refused.class, ProblemCode.LINK_REFUSED,
            LinkException.MailedRecently.class, ProblemCode.MAIL_WRITTEN_RECENTLY,
            LinkException.UserDisabled.class, ProblemCode.USER_DISABLED,
            LinkException.HasPassword.class, ProblemCode.USER_HAS_PASSWORD));
    MailedLinks steps =
        new MailedLinks(
            people.users(),
            tenants,
            links.back(),
            (request, at) -> jobs.plan(ResetRequest.KIND, request, at),
            notice,
            hasher,
            unitsOfWork,
            clock);
    jersey.register(new PasswordResetResource(steps, setUp));
    jersey.register(new EmailVerificationResource(steps));
    jersey.register(new InvitationResource(steps));
    jersey.register(new OwnEmailResource(links.out(), setUp));
    jersey.register(new UserInvitationResource(links.out(), setUp));
  }

  /**
   * Lets an instance look into requests for a new password. Instances that send mail do.
   *
   * @param jobs where it gets its work
   * @param links the door
   * @param unitsOfWork where its verb runs
   * @param clock tells the instant of a mail
   */
  public static void work(Jobs jobs, LinkService links, UnitsOfWork unitsOfWork, Clock clock) {
    jobs.add(new ResetRequestWorker(links, unitsOfWork, clock).task());
  }
}
