package com.dotmac.platform.app;

import com.dotmac.platform.app.persistence.UnitsOfWork;
import com.dotmac.platform.domain.tenancy.Actor;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.EnvironmentCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.health.DefaultHealthFactory;
import java.time.Instant;
import net.sourceforge.argparse4j.inf.Namespace;
import org.hibernate.SessionFactory;

/**
 * A command that a person runs beside the server. It passes the same schema gate as the server,
 * works through the same doors, and leaves the same audit rows, with the operator as the actor.
 */
public abstract class OperatorCommand extends EnvironmentCommand<PlatformConfiguration> {

  private final PlatformApplication application;

  /**
   * A command.
   *
   * @param application the application whose database it works on
   * @param name word on the command line
   * @param description one sentence for the help
   */
  protected OperatorCommand(PlatformApplication application, String name, String description) {
    super(application, name, description);
    this.application = application;
  }

  /** Does the work. */
  protected abstract void work(
      Namespace arguments, UnitsOfWork unitsOfWork, TenantSessions sessions);

  /** The context of what the operator does to a tenant. */
  protected final CallContext context(TenantScope scope) {
    return new CallContext(
        scope, Actor.operator(System.getProperty("user.name", "operator")), now(), null, null);
  }

  /** The instant of the command. */
  protected final Instant now() {
    return application.clock().instant();
  }

  @Override
  protected final Class<PlatformConfiguration> getConfigurationClass() {
    return PlatformConfiguration.class;
  }

  /** A command has no load balancer: checks in the background would keep it from ending. */
  @Override
  protected final void run(
      Bootstrap<PlatformConfiguration> bootstrap,
      Namespace namespace,
      PlatformConfiguration configuration)
      throws Exception {
    if (configuration.getHealthFactory().orElse(null) instanceof DefaultHealthFactory health) {
      health.setEnabled(false);
    }
    super.run(bootstrap, namespace, configuration);
  }

  @Override
  protected final void run(
      Environment environment, Namespace namespace, PlatformConfiguration configuration)
      throws Exception {
    SessionFactory sessionFactory = application.sessionFactory();
    try {
      work(namespace, new UnitsOfWork(sessionFactory), new TenantSessions(sessionFactory));
    } finally {
      sessionFactory.close();
    }
  }

  @Override
  public final void onError(Cli cli, Namespace namespace, Throwable e) {
    StartFailure.print(e, cli.getStdErr());
  }
}
