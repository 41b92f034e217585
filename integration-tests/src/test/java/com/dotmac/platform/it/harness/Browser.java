package com.dotmac.platform.it.harness;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser of this machine, if it has one: what a page becomes when its scripts have run. */
public final class Browser {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private Browser() {}

  /** Whether there is one on the path. */
  public static boolean isHere() {
    return find().isPresent();
  }

  /**
   * Opens a page and waits until its scripts are done. There is no other host for it than this one.
   *
   * @param folder for its profile, empty
   * @throws IOException if it does not start
   * @throws InterruptedException if the test is stopped
   */
  public static Document open(URI page, Path folder) throws IOException, InterruptedException {
    Path dom = folder.resolve("dom.html");
    Process browser =
        new ProcessBuilder(
                find().orElseThrow(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
                "--virtual-time-budget=8000",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                page.toString())
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!browser.waitFor(90, TimeUnit.SECONDS)) {
        throw new AssertionError("The browser did not end");
      }
    } finally {
      browser.destroyForcibly();
    }
    return Jsoup.parse(Files.readString(dom, StandardCharsets.UTF_8));
  }

  private static Optional<String> find() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
