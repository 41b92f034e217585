package com.dotmac.platform.migrator.target;

import java.security.SecureRandom;
import java.security.Security;
import java.text.Normalizer;
import java.text.NumberFormat;
import java.util.GregorianCalendar;

/**
 * Lets the two halves of a short run not wait for each other: while the driver's first classes are
 * loaded and the server is called, another thread loads what signing in and asking will need.
 *
 * <p>It decides nothing: without it everything happens in the same way, a little later.
 */
public final class HeadStart {
  private static final String[] NEEDED_LATER = {
    "org.postgresql.shaded.com.ongres.scram.common.ScramMechanism",
    "org.postgresql.shaded.com.ongres.stringprep.Stringprep",
    "org.postgresql.core.v3.QueryExecutorImpl",
    "org.postgresql.jdbc.TypeInfoCache",
    "org.postgresql.jdbc.TimestampUtils",
    "org.postgresql.jdbc.PgStatement",
    "org.postgresql.jdbc.PgResultSet"
  };

  private static final String PROVIDER = "security.provider.";
  private static final String OF_CURVES = "SunEC";
  private static final String OF_HASHES = "SunJCE";

  private HeadStart() {}

  /** Begins; returns at once. */
  public static void begin() {
    // Not a lambda: the first one of a process costs more than what is won here.
    Thread thread = new Thread(new Preparation(), "head start");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Has Java look for the hash of the password where it is before it looks among the elliptic
   * curves, whose tables take a tenth of a second to read. No algorithm is in both. An order that
   * is not the one Java comes with is somebody's will, and is left alone.
   */
  private static void preferHashes() {
    int curves = place(OF_CURVES);
    int hashes = place(OF_HASHES);
    if (curves > 0 && hashes > curves) {
      Security.setProperty(PROVIDER + curves, OF_HASHES);
      Security.setProperty(PROVIDER + hashes, OF_CURVES);
    }
  }

  /** Where a provider stands in the list, from one on; zero when it does not. */
  private static int place(String provider) {
    for (int place = 1; true; place++) {
      String name = Security.getProperty(PROVIDER + place);
      if (name == null) {
        return 0;
      }
      if (name.equals(provider)) {
        return place;
      }
    }
  }

  private static final class Preparation implements Runnable {

    @Override
    public void run() {
      preferHashes();
      new SecureRandom().nextInt();
      for (String name : NEEDED_LATER) {
        load(name);
      }
      // Of what language and country say about numbers, weeks and letters the driver makes use too.
      NumberFormat.getIntegerInstance();
      new GregorianCalendar();
      Normalizer.isNormalized("", Normalizer.Form.NFKC);
    }

    private static void load(String name) {
      try {
        Class.forName(name);
      } catch (ClassNotFoundException | LinkageError e) {
        // Another version of the driver: who needs the class will load what is there.
        return;
      }
    }
  }
}
