package com.dotmac.platform.app;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import net.sourceforge.argparse4j.inf.Namespace;

/** The {@code server} command; what an operator can mend it says in one message. */
final class PlatformServerCommand extends ServerCommand<PlatformConfiguration> {

  PlatformServerCommand(PlatformApplication application) {
    super(application);
  }

  @Override
  protected Class<PlatformConfiguration> getConfigurationClass() {
    return PlatformConfiguration.class;
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable e) {
    StartFailure.print(e, cli.getStdErr());
  }
}
