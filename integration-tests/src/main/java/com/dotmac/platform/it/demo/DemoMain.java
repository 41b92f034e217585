package com.dotmac.platform.it.demo;

import com.dotmac.platform.it.harness.KeptPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The command line of the demo.
 *
 * <pre>
 *   DemoMain [--reset] [DIRECTORY]      (.demo when none is given)
 * </pre>
 */
public final class DemoMain {
  private static final String DEFAULT_DIRECTORY = ".demo";

  private static volatile boolean failed;

  private DemoMain() {}

  /** Runs the demo until it is interrupted, or with {@code --reset} removes its data. */
  public static void main(String[] arguments) throws InterruptedException {
    // Libraries log into a file; the terminal is for the steps. Said before anything logs.
    System.setProperty("logback.configurationFile", "com/dotmac/platform/it/demo/logback.xml");
    System.setProperty("org.jboss.logging.provider", "slf4j");
    List<String> words = List.of(arguments);
    Path path =
        Path.of(
            words.stream()
                .filter(word -> !word.startsWith("--"))
                .findFirst()
                .orElse(DEFAULT_DIRECTORY));
    System.setProperty("demo.log", path.resolve("demo.log").toString());
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Steps steps = new Steps(out);
    try {
      DemoDirectory directory = DemoDirectory.take(path);
      if (words.contains("--reset")) {
        reset(directory, out);
        return;
      }
      run(directory, out, steps);
    } catch (Steps.Interrupted e) {
      waitForTheEnd();
    } catch (DemoFailure e) {
      failed = true;
      steps.end();
      out.println();
      out.flush();
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(DemoDirectory directory, PrintStream out, Steps steps)
      throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(out, steps), "end"));
    try {
      // First, since it may hold the ports that are chosen next.
      AppServer.endLeftover(directory);
      new Demo(directory, out, steps)
          .start(Ports.choose(System.getenv()), Clock.systemUTC())
          .awaitEnd(steps);
    } catch (IOException | SQLException e) {
      throw new DemoFailure("Cannot work in " + directory.path() + ": " + e.getMessage(), e);
    }
    waitForTheEnd();
  }

  /** On Ctrl-C and SIGTERM: it is the usual way out, so the process ends well. */
  private static void end(PrintStream out, Steps steps) {
    if (failed) {
      return;
    }
    out.println();
    out.println("Stopping the app and PostgreSQL ...");
    if (steps.end()) {
      out.println("Stopped. Nothing is left running.");
      out.flush();
      Runtime.getRuntime().halt(0);
    }
    out.flush();
    Runtime.getRuntime().halt(1);
  }

  private static void reset(DemoDirectory directory, PrintStream out) {
    try (directory) {
      AppServer.endLeftover(directory);
      KeptPostgres.endLeftover(directory.path());
      directory.empty();
      out.println("Removed the data of the demo in " + directory.path() + ".");
    } catch (IOException e) {
      throw new DemoFailure(
          "Cannot remove the data in " + directory.path() + ": " + e.getMessage(), e);
    }
  }

  /** The thread that ends the demo ends the process, too. */
  private static void waitForTheEnd() throws InterruptedException {
    new CountDownLatch(1).await();
  }
}
