package com.dotmac.platform.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class LoadedClassesTest {

  @Test
  void only_lint_loads_the_rules_and_their_parser() throws Exception {
    assertThat(loaded("db", "status"))
        .isNotEmpty()
        .noneMatch(name -> name.startsWith("com.dotmac.platform.migrator.lint."))
        .noneMatch(name -> name.startsWith("org.pgcodekeeper."))
        .noneMatch(name -> name.startsWith("org.antlr."));
    assertThat(loaded("db", "lint")).anyMatch(name -> name.startsWith("org.pgcodekeeper."));
  }

  private static Set<String> loaded(String... args) throws Exception {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    try (Recorder recorder = new Recorder()) {
      Thread thread = Thread.currentThread();
      ClassLoader usual = thread.getContextClassLoader();
      thread.setContextClassLoader(recorder);
      try {
        recorder
            .loadClass(CommandLine.class.getName())
            .getMethod("execute", Map.class, PrintStream.class, PrintStream.class, String[].class)
            .invoke(
                null,
                Map.of("DATABASE_URL", "jdbc:postgresql://localhost:1/dotmac"),
                nowhere,
                nowhere,
                args);
      } finally {
        thread.setContextClassLoader(usual);
      }
      return Set.copyOf(recorder.names);
    }
  }

  /** Loads the class path anew and remembers what was asked for. */
  private static final class Recorder extends URLClassLoader {
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    Recorder() {
      super(
          Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
              .map(Recorder::url)
              .toArray(URL[]::new),
          ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      Class<?> found = super.findClass(name);
      names.add(name);
      return found;
    }

    private static URL url(String entry) {
      try {
        return Path.of(entry).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(entry, e);
      }
    }
  }
}
