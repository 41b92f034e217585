package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogReader;
import com.dotmac.platform.migrator.changelog.History;
import com.dotmac.platform.migrator.changelog.Standing;
import com.dotmac.platform.migrator.document.SchemaPage;
import com.dotmac.platform.migrator.drift.Difference;
import com.dotmac.platform.migrator.footprint.Footprints;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import com.dotmac.platform.migrator.target.Connector;
import com.dotmac.platform.migrator.target.Target;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code db docs}: describes the schema of a database at the last change, for people. */
final class DocsVerb implements Verb {

  @Override
  public String name() {
    return "docs";
  }

  @Override
  public String description() {
    return "Writes a page of Markdown about every table, with a diagram.";
  }

  @Override
  public void configure(Subparser parser) {
    parser
        .addArgument("--output-directory")
        .metavar("DIR")
        .dest("output-directory")
        .setDefault("docs/schema")
        .help("where README.md goes (default: docs/schema)");
  }

  @Override
  public ExitCode run(Invocation invocation) throws SQLException {
    Path file = Path.of(invocation.options().getString("output-directory"), "README.md");
    Target target = invocation.target();
    try (Connection connection = Connector.open(target)) {
      Standing standing = Standing.of(invocation.changelog().changes(), History.read(connection));
      Guard.refuseUnsafe(target, standing);
      Catalog catalog = CatalogReader.read(connection);
      refuseOther(
          target, Difference.between(Footprints.of(invocation.changelog()).head(), catalog));
      String page = SchemaPage.render(CatalogReader.readStructure(connection), catalog);
      OutputFile.write(file, page);
    }
    invocation.out().println("Wrote " + file);
    invocation.report().put("files", List.of(file.toString()));
    return ExitCode.DONE;
  }

  private static void refuseOther(Target target, List<Difference> differences) {
    if (!differences.isEmpty()) {
      throw new Refusal(
          ExitCode.DRIFT,
          target.describe() + " is not what the changes make",
          "The page would describe something else. It differs in "
              + Guard.some(differences.stream().map(it -> it.object().identity()).toList())
              + ".",
          "migrate it first, or describe an empty database after migrating it: make golden",
          null);
    }
  }
}
