package com.dotmac.platform.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.event.spi.PostLoadEventListener;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Writes down which entities the tests of this run saved and read back, one file per JVM, for the
 * rule that asks for each. An entity that no test ever loads can be mapped wrongly for months.
 */
public final class EntityCoverage {
  private static final Path DIRECTORY = Path.of("target", "entity-coverage");
  private static final Set<String> WRITTEN = ConcurrentHashMap.newKeySet();

  private EntityCoverage() {}

  /** From now on notes what this factory saves and reads. */
  public static void record(SessionFactory factory) {
    EventListenerRegistry listeners =
        factory.unwrap(SessionFactoryImplementor.class).getEventEngine().getListenerRegistry();
    Recorder recorder = new Recorder();
    listeners.appendListeners(EventType.POST_INSERT, recorder);
    listeners.appendListeners(EventType.POST_LOAD, recorder);
  }

  /** What was noted by all JVMs of this run: lines {@code saved …} and {@code read …}. */
  public static Set<String> recorded() {
    Set<String> lines = new TreeSet<>();
    if (!Files.isDirectory(DIRECTORY)) {
      return lines;
    }
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      for (Path file : files.toList()) {
        lines.addAll(Files.readAllLines(file));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void note(String line) {
    if (!WRITTEN.add(line)) {
      return;
    }
    try {
      Files.createDirectories(DIRECTORY);
      Files.writeString(
          DIRECTORY.resolve(ProcessHandle.current().pid() + ".txt"),
          line + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Recorder implements PostInsertEventListener, PostLoadEventListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void onPostInsert(PostInsertEvent event) {
      note("saved " + event.getPersister().getEntityName());
    }

    @Override
    public void onPostLoad(PostLoadEvent event) {
      note("read " + event.getPersister().getEntityName());
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
      return false;
    }
  }
}
