package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.CommandFailedException;
import com.dotmac.platform.app.OperatorCommand;
import com.dotmac.platform.app.PlatformApplication;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.identity.AssignedRoles;
import com.dotmac.platform.domain.identity.StandardRole;
import com.dotmac.platform.domain.identity.User;
import com.dotmac.platform.domain.identity.UserDetails;
import com.dotmac.platform.domain.identity.signin.Argon2id;
import com.dotmac.platform.domain.identity.signin.HashedPassword;
import com.dotmac.platform.domain.identity.signin.PasswordHasher;
import com.dotmac.platform.domain.identity.signin.SessionEnd;
import com.dotmac.platform.domain.sealing.Seals;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.Tenant;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code create-admin}: makes an active user who administers a tenant, with a password that is read
 * from standard input. Of a user who is there already it changes nothing, unless told to with
 * {@code --reset}: then he gets the password, the roles and the right to sign in, and his sessions
 * end.
 */
public final class CreateAdminCommand extends OperatorCommand {

  private static final int THERE_ALREADY = 1;

  /** A command of an application. */
  public CreateAdminCommand(PlatformApplication application) {
    super(application, "create-admin", "Makes a user who administers a tenant");
  }

  @Override
  public void configure(Subparser subparser) {
    subparser.addArgument("--tenant").required(true).help("slug of the tenant");
    subparser.addArgument("--email").required(true).help("address to sign in with");
    subparser.addArgument("--name").required(true).help("name for people");
    subparser
        .addArgument("--reset")
        .action(Arguments.storeTrue())
        .help(
            "if there is a user with the address: give him the password and the roles anew, and turn his second factor off");
    subparser.epilog(
        "The password is one line of standard input, 12 to 200 characters; at a terminal it is asked for.");
    super.configure(subparser);
  }

  @Override
  protected void work(Namespace arguments, UnitsOfWork unitsOfWork, TenantSessions sessions) {
    AuditLog audit = new AuditLog(sessions);
    TenantService tenants = new TenantService(sessions, audit);
    // A reset takes second factors away and reads none.
    PeopleDoors people = PeopleDoors.of(sessions, tenants, new Seals(List.of()), audit);
    Tenant tenant = unitsOfWork.inNone(() -> tenants.getBySlug(arguments.getString("tenant")));
    TenantScope scope = new TenantScope(tenant.id());
    UserDetails details =
        new UserDetails(arguments.getString("email"), arguments.getString("name"));
    boolean reset = arguments.getBoolean("reset");
    if (!reset) {
      // Before the password is asked for; the unique address decides in the end.
      refuseIfThere(
          unitsOfWork.in(scope, () -> people.users().findByEmail(scope, details.email())));
    }
    HashedPassword password =
        new PasswordHasher(new Argon2id()).hash(PasswordInput.read(), details.email());
    User user =
        unitsOfWork.in(scope, () -> make(people, context(scope), details, password, tenant, reset));
    System.out.println("User " + user.email() + " has the id " + user.id());
  }

  private static User make(
      PeopleDoors people,
      CallContext context,
      UserDetails details,
      HashedPassword password,
      Tenant tenant,
      boolean reset) {
    Optional<User> present = people.users().findByEmail(context.scope(), details.email());
    if (!reset) {
      refuseIfThere(present);
    }
    User user = present.orElseGet(() -> people.users().register(context, details));
    user = people.users().enable(context, user.id(), user.version());
    AssignedRoles roles = people.assignments().of(context.scope(), user.id());
    Set<StandardRole> standard = EnumSet.of(StandardRole.TENANT_ADMINISTRATOR);
    standard.addAll(roles.standard());
    if (tenant.isPlatform()) {
      standard.add(StandardRole.PLATFORM_ADMINISTRATOR);
    }
    user =
        people
            .assignments()
            .assign(context, user.id(), user.version(), new AssignedRoles(standard, roles.own()));
    people.passwords().set(context, user.id(), password);
    people.passwords().succeeded(context.scope(), details.email());
    people.secondFactorResets().reset(context, user.id());
    people.sessions().endAll(context, user.id(), SessionEnd.PASSWORD_RESET, null);
    return user;
  }

  private static void refuseIfThere(Optional<User> user) {
    if (user.isPresent()) {
      throw new CommandFailedException(
          "There is a user with this address; --reset gives him a new password and the roles.",
          THERE_ALREADY);
    }
  }
}
