package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.catalog.SchemaFile;
import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.target.Connector;
import com.dotmac.platform.migrator.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code db snapshot}: writes the files that are generated from a database at head. Reads the
 * database and never writes to it.
 */
final class SnapshotVerb implements Verb {

  @Override
  public String name() {
    return "snapshot";
  }

  @Override
  public String description() {
    return "Writes the generated files from a database that is at the last change.";
  }

  @Override
  public void configure(Subparser parser) {
    parser
        .addArgument("--output-directory")
        .metavar("DIR")
        .dest("output-directory")
        .help("where schema.sql goes, for example migrator/src/main/resources/db");
    parser
        .addArgument("--required-changes")
        .metavar("FILE")
        .dest("required-changes")
        .help("where the ids of all changes go, one per line, in order");
  }

  @Override
  public ExitCode run(Invocation invocation) throws SQLException {
    String directory = invocation.options().getString("output-directory");
    String list = invocation.options().getString("required-changes");
    if (directory == null && list == null) {
      throw new Refusal(
          ExitCode.USAGE,
          "db snapshot has nothing to write",
          "Neither --output-directory nor --required-changes is given.",
          "java -jar migrator.jar db snapshot --help",
          null);
    }
    Target target = invocation.target();
    List<Change> changes = invocation.changelog().changes();
    try (Connection connection = Connector.open(target)) {
      Standing standing = Standing.of(changes, History.read(connection));
      Guard.refuseUnsafe(target, standing);
      refuseBehind(target, standing);
      if (directory != null) {
        String schema = SchemaFile.render(CatalogReader.read(connection));
        write(invocation, Path.of(directory, "schema.sql"), schema);
      }
    }
    if (list != null) {
      String ids = changes.stream().map(change -> change.id() + "\n").collect(Collectors.joining());
      write(invocation, Path.of(list), ids);
    }
    return ExitCode.DONE;
  }

  private static void refuseBehind(Target target, Standing standing) {
    if (!standing.pending().isEmpty()) {
      throw new Refusal(
          ExitCode.REFUSED,
          target.describe() + " is not at the last change",
          "A snapshot of it would lack %s."
              .formatted(Words.count(standing.pending().size(), "change")),
          "java -jar migrator.jar db migrate, then the same command again",
          null);
    }
  }

  private static void write(Invocation invocation, Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
      invocation.out().println("Wrote " + file);
    } catch (IOException e) {
      throw new Refusal(
          ExitCode.REFUSED,
          "cannot write " + file,
          e.getClass().getSimpleName() + ": " + e.getMessage(),
          "give a path that can be written",
          e);
    }
  }
}
