package com.dotmac.platform.app.tenancy;

import com.dotmac.platform.app.OperatorCommand;
import com.dotmac.platform.app.PlatformApplication;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.Tenant;
import com.dotmac.platform.domain.tenancy.TenantDetails;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.ArgumentParser;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code create-tenant}: registers a tenant and prints its id. */
public final class CreateTenantCommand extends OperatorCommand {

  /** A command of an application. */
  public CreateTenantCommand(PlatformApplication application) {
    super(application, "create-tenant", "Registers a tenant");
  }

  @Override
  public void configure(Subparser subparser) {
    subparser
        .addArgument("--slug")
        .required(true)
        .help("name in addresses: lower-case letters, digits, hyphens");
    subparser.addArgument("--name").required(true).help("name for people");
    subparser
        .addArgument("--time-zone")
        .setDefault(ZoneId.of("UTC"))
        .type(CreateTenantCommand::zone)
        .help("IANA zone that decides the tenant's days, Europe/Berlin");
    subparser
        .addArgument("--currency")
        .required(true)
        .type(CreateTenantCommand::currency)
        .help("ISO 4217 code used where a request names none");
    subparser
        .addArgument("--platform")
        .action(Arguments.storeTrue())
        .help(
            "the operator's own organisation, whose keys may look after all tenants; there is one");
    super.configure(subparser);
  }

  @Override
  protected void work(Namespace arguments, UnitsOfWork unitsOfWork, TenantSessions sessions) {
    TenantService tenants = new TenantService(sessions, new AuditLog(sessions));
    TenantDetails details =
        new TenantDetails(
            arguments.getString("slug"),
            arguments.getString("name").strip(),
            arguments.get("time_zone"),
            arguments.get("currency"));
    TenantScope scope = new TenantScope(Identifiers.next(now()));
    CallContext context = context(scope);
    boolean platform = arguments.getBoolean("platform");
    Tenant tenant =
        unitsOfWork.in(
            scope,
            () ->
                platform
                    ? tenants.registerPlatform(context, details)
                    : tenants.register(context, details));
    System.out.println("Tenant " + tenant.slug() + " has the id " + tenant.id());
  }

  private static ZoneId zone(ArgumentParser parser, Argument argument, String value)
      throws ArgumentParserException {
    try {
      return ZoneId.of(value);
    } catch (DateTimeException e) {
      throw new ArgumentParserException(
          "'" + value + "' is no time zone; use a name such as Europe/Berlin", parser);
    }
  }

  private static Currency currency(ArgumentParser parser, Argument argument, String value)
      throws ArgumentParserException {
    try {
      return Currency.getInstance(value);
    } catch (IllegalArgumentException e) {
      throw new ArgumentParserException(
          "'" + value + "' is no currency; use a code such as EUR", parser);
    }
  }
}
