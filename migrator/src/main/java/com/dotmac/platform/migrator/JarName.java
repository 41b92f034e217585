package com.dotmac.platform.migrator;

import io.dropwizard.util.JarLocation;
import java.util.Optional;

/** How the help names the program: the same from the jar and from a development build. */
final class JarName extends JarLocation {

  JarName() {
    super(MigratorApplication.class);
  }

  @Override
  public Optional<String> getVersion() {
    return Optional.of("Dotmac migrator " + super.getVersion().orElse("(development build)"));
  }

  @Override
  public String toString() {
    return "migrator.jar";
  }
}
