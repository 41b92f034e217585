package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.catalog.SchemaFile;
import com.dotmac.platform.migrator.changelog.Digest;
import com.dotmac.platform.migrator.changelog.Engine;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.footprint.FootprintRecorder;
import com.dotmac.platform.migrator.footprint.Footprints;
import com.dotmac.platform.migrator.lock.DeploymentLock;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.target.Target;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import liquibase.exception.LiquibaseException;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code db snapshot}: applies every change to an empty database, and writes the files that are
 * generated from what came of it.
 */
final class SnapshotVerb implements Verb {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "snapshot";
  }

  @Override
  public String description() {
    return "Writes the generated files, by applying every change to an empty database.";
  }

  @Override
  public void configure(Subparser parser) {
    parser
        .addArgument("--output-directory")
        .metavar("DIR")
        .dest("output-directory")
        .help(
            "where schema.sql, footprints.json and digest.txt go, for example migrator/src/main/resources/db");
    parser
        .addArgument("--required-changes")
        .metavar("FILE")
        .dest("required-changes")
        .help("where the ids of all changes go, one per line, in order");
  }

  @Override
  public ExitCode run(Invocation invocation) throws SQLException, LiquibaseException {
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
    List<String> files = new ArrayList<>();
    invocation.report().put("files", files);
    Target target = invocation.target();
    try (DeploymentLock lock = DeploymentLock.acquire(target, PATIENCE, invocation.err()::println);
        Connection connection = lock.open()) {
      refuseUsed(target, History.read(connection));
      Footprints footprints =
          FootprintRecorder.record(
              connection, new Engine(invocation.changelog(), target.describe()));
      if (directory != null) {
        Catalog catalog = CatalogReader.read(connection);
        files.add(write(invocation, Path.of(directory, "schema.sql"), SchemaFile.render(catalog)));
        files.add(write(invocation, Path.of(directory, "footprints.json"), footprints.text()));
        String digest = Digest.render(History.read(connection));
        files.add(write(invocation, Path.of(directory, "digest.txt"), digest));
      }
      if (list != null) {
        String ids =
            footprints.footprints().stream()
                .map(footprint -> footprint.change() + "\n")
                .collect(Collectors.joining());
        files.add(write(invocation, Path.of(list), ids));
      }
    }
    return ExitCode.DONE;
  }

  private static void refuseUsed(Target target, History history) {
    if (!history.entries().isEmpty() || !history.tables().isEmpty()) {
      throw new Refusal(
          ExitCode.REFUSED,
          target.describe() + " is not empty",
          "The files are made by applying every change to an empty database, one after another.",
          "point DATABASE_URL at an empty database; in the repository: make golden",
          null);
    }
  }

  private static String write(Invocation invocation, Path file, String text) {
    OutputFile.write(file, text);
    invocation.out().println("Wrote " + file);
    return file.toString();
  }
}
