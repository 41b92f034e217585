package com.dotmac.platform.migrator.runs;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.jar.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * Which build of the migrator this is.
 *
 * @param version {@code null} in a development build
 * @param commit id of the commit it was built from; {@code null} when the build did not say
 */
record Build(@Nullable String version, @Nullable String commit) {
  private static final String COMMIT = "Implementation-Commit";
  // What the build writes when it was not told.
  private static final String UNKNOWN = "unknown";

  /** As the manifest of this jar says. */
  static Build current() {
    return new Build(Build.class.getPackage().getImplementationVersion(), commitOfThisJar());
  }

  private static @Nullable String commitOfThisJar() {
    URL here = Build.class.getResource("Build.class");
    try {
      if (here != null && here.openConnection() instanceof JarURLConnection jar) {
        Attributes manifest = jar.getMainAttributes();
        String commit = manifest == null ? null : manifest.getValue(COMMIT);
        return UNKNOWN.equals(commit) ? null : commit;
      }
    } catch (IOException e) {
      // A jar that cannot be read again is no reason to stop.
      return null;
    }
    return null;
  }
}
