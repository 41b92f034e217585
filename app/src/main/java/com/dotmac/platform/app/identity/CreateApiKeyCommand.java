package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.OperatorCommand;
import com.dotmac.platform.app.PlatformApplication;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.identity.ApiKeyService;
import com.dotmac.platform.domain.identity.IssuedApiKey;
import com.dotmac.platform.domain.identity.Permission;
import com.dotmac.platform.domain.shared.Coded;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.ArgumentParser;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/**
 * {@code create-api-key}: issues a key for a tenant and prints it, once and alone on standard
 * output.
 */
public final class CreateApiKeyCommand extends OperatorCommand {

  /** A command of an application. */
  public CreateApiKeyCommand(PlatformApplication application) {
    super(application, "create-api-key", "Issues an API key for a tenant");
  }

  @Override
  public void configure(Subparser subparser) {
    subparser.addArgument("--tenant").required(true).help("slug of the tenant");
    subparser.addArgument("--name").required(true).help("what the key is for");
    subparser
        .addArgument("--permission")
        .dest("permissions")
        .nargs("+")
        .type(CreateApiKeyCommand::permission)
        .help(
            "what the key may do, of "
                + codes()
                + "; left out: all that a key of every tenant may do");
    subparser
        .addArgument("--days")
        .type(Integer.class)
        .help("days until the key expires; left out: never");
    super.configure(subparser);
  }

  @Override
  protected void work(Namespace arguments, UnitsOfWork unitsOfWork, TenantSessions sessions) {
    AuditLog audit = new AuditLog(sessions);
    TenantService tenants = new TenantService(sessions, audit);
    ApiKeyService keys = new ApiKeyService(sessions, tenants, audit);
    TenantScope scope =
        new TenantScope(
            unitsOfWork.inNone(() -> tenants.getBySlug(arguments.getString("tenant")).id()));
    CallContext context = context(scope);
    IssuedApiKey issued =
        unitsOfWork.in(
            scope,
            () ->
                keys.issue(
                    context,
                    arguments.getString("name").strip(),
                    permissions(arguments),
                    expiry(arguments, context.at())));
    System.err.println("This key is shown once; keep it now:");
    System.out.println(issued.token());
  }

  private static Set<Permission> permissions(Namespace arguments) {
    List<Permission> chosen = arguments.getList("permissions");
    return chosen == null ? Permission.ofEveryTenant() : EnumSet.copyOf(chosen);
  }

  private static @Nullable Instant expiry(Namespace arguments, Instant now) {
    Integer days = arguments.getInt("days");
    return days == null ? null : now.plus(Duration.ofDays(days));
  }

  private static Permission permission(ArgumentParser parser, Argument argument, String value)
      throws ArgumentParserException {
    return Permission.find(value)
        .orElseThrow(
            () ->
                new ArgumentParserException(
                    "'" + value + "' is no permission; there are " + codes(), parser));
  }

  private static String codes() {
    return Arrays.stream(Permission.values()).map(Coded::code).collect(Collectors.joining(", "));
  }
}
