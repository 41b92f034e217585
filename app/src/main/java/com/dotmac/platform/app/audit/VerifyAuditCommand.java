package com.dotmac.platform.app.audit;

import com.dotmac.platform.app.CommandFailedException;
import com.dotmac.platform.app.OperatorCommand;
import com.dotmac.platform.app.PlatformApplication;
import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.audit.AuditChain;
import com.dotmac.platform.domain.audit.AuditLog;
import com.dotmac.platform.domain.audit.ChainProof;
import com.dotmac.platform.domain.tenancy.Tenant;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantService;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/**
 * {@code verify-audit}: proves that no act was altered, removed, added or moved. Says one line per
 * tenant, and ends with 3 if one trail is broken.
 */
public final class VerifyAuditCommand extends OperatorCommand {

  private static final int BROKEN = 3;

  /** A command of an application. */
  public VerifyAuditCommand(PlatformApplication application) {
    super(application, "verify-audit", "Proves that the audit trail is what was written");
  }

  @Override
  public void configure(Subparser subparser) {
    subparser.addArgument("--tenant").help("slug of the tenant; left out: all tenants");
    super.configure(subparser);
  }

  @Override
  protected void work(Namespace arguments, UnitsOfWork unitsOfWork, TenantSessions sessions) {
    TenantService tenants = new TenantService(sessions, new AuditLog(sessions));
    AuditChain chain = new AuditChain(sessions);
    String slug = arguments.getString("tenant");
    long broken =
        unitsOfWork.inNone(() -> asked(tenants, slug)).stream()
            .filter(tenant -> !isWhole(tenant, unitsOfWork, chain))
            .count();
    if (broken > 0) {
      throw new CommandFailedException(
          "The audit trail is broken, in so many tenants: " + broken, BROKEN);
    }
  }

  private static List<Tenant> asked(TenantService tenants, @Nullable String slug) {
    return slug == null ? tenants.all() : List.of(tenants.getBySlug(slug));
  }

  private static boolean isWhole(Tenant tenant, UnitsOfWork unitsOfWork, AuditChain chain) {
    TenantScope scope = new TenantScope(tenant.id());
    ChainProof proof = unitsOfWork.in(scope, () -> chain.prove(scope));
    System.out.println(tenant.slug() + ": " + sentence(proof));
    return proof.holds();
  }

  private static String sentence(ChainProof proof) {
    if (!proof.holds()) {
      return "BROKEN, " + proof.fault() + " (sound: " + proof.links() + ")";
    }
    return "whole, acts: "
        + proof.links()
        + (proof.earlier() == 0 ? "" : ", older than the chain: " + proof.earlier())
        + ", head: "
        + proof.hash();
  }
}
