package com.dotmac.platform.it.deploy;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build puts the jars that are shipped. */
public final class Jars {
  private Jars() {}

  /** The application. */
  public static Path app() {
    return built("app");
  }

  /** The migrator. */
  public static Path migrator() {
    return built("migrator");
  }

  private static Path built(String module) {
    Path jar = Path.of("..", module, "target", module + ".jar").toAbsolutePath().normalize();
    if (!Files.exists(jar)) {
      throw new IllegalStateException("There is no " + module + ".jar; run: make build");
    }
    return jar;
  }
}
