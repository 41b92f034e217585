package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.changelog.Change;
import com.dotmac.platform.migrator.changelog.Changelog;
import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code db new}: the next change file with its head to fill in, and its line in the list. What is
 * not filled in is refused by the tests, and by the server as a syntax error. Opens no connection.
 */
final class NewVerb implements Verb {
  private static final Pattern FEATURE = Pattern.compile("[a-z]+");
  private static final Pattern PHRASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");

  @Override
  public String name() {
    return "new";
  }

  @Override
  public String description() {
    return "Begins the next change: its file, and its line in the list; needs no database.";
  }

  @Override
  public void configure(Subparser parser) {
    parser.addArgument("feature").metavar("FEATURE").help("one word: partners");
    parser
        .addArgument("phrase")
        .metavar("VERB-PHRASE")
        .help("what it does, with hyphens: add-payout-reference");
    parser
        .addArgument("--directory")
        .metavar("DIR")
        .setDefault("migrator/src/main/resources/db")
        .help("where changelog.yaml is (default: migrator/src/main/resources/db)");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    Namespace options = invocation.options();
    String feature = named(FEATURE, options.getString("feature"), "one word in lower case");
    String phrase =
        named(PHRASE, options.getString("phrase"), "two or more words with hyphens between them");
    Path directory = Path.of(options.getString("directory"));
    Path list = directory.resolve("changelog.yaml");
    String id = next(Changelog.ofFile(list).changes()) + "-" + feature + "-" + phrase;
    Path file = directory.resolve("changes").resolve(id + ".sql");
    try {
      refuseTwin(directory.resolve("changes"), feature + "-" + phrase + ".sql");
      Files.writeString(file, text(id), StandardOpenOption.CREATE_NEW);
      append(list, id);
    } catch (IOException e) {
      throw unwritten(file, e);
    }
    invocation.report().put("change", id);
    invocation.report().put("files", List.of(file.toString(), list.toString()));
    invocation
        .out()
        .println(
            """
            Wrote %s
            and its line in %s. Now:
              1. fill in Why, Phase, Rollback (docs/schema-changes.md) and the SQL of both ways
              2. make golden            writes what is generated from the changes
              3. make verify            proves it: up, down and up again, with rows"""
                .formatted(file, list));
    return ExitCode.DONE;
  }

  private static String named(Pattern form, String name, String wanted) {
    if (!form.matcher(name).matches()) {
      throw new Refusal(
          ExitCode.USAGE,
          "\"" + name + "\" is no name for a change",
          "It has to be " + wanted + ": letters a to z, digits after the first letter.",
          "java -jar migrator.jar db new partners add-payout-reference",
          null);
    }
    return name;
  }

  private static String next(List<Change> changes) {
    int last =
        changes.isEmpty()
            ? 0
            : Integer.parseInt(changes.get(changes.size() - 1).id().substring(0, 4));
    return String.format(Locale.ROOT, "%04d", last + 1);
  }

  private static void refuseTwin(Path changes, String ending) throws IOException {
    try (var files = Files.list(changes)) {
      List<String> twins =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.matches("\\d{4}-" + Pattern.quote(ending)))
              .toList();
      if (!twins.isEmpty()) {
        throw new Refusal(
            ExitCode.REFUSED,
            "there is a change of this name: " + twins.get(0),
            "Two changes of one name are taken for each other in every list and log.",
            "give the new one a name that says what it does beyond the other",
            null);
      }
    }
  }

  private static String text(String id) {
    return """
        --liquibase formatted sql
        -- Why:
        -- Phase:
        -- Rollback:
        --changeset dotmac:%s labels:expand splitStatements:false stripComments:false
        <the statements>;

        --rollback <the statements that take them back>;
        """
        .formatted(id);
  }

  private static void append(Path list, String id) throws IOException {
    String text = Files.readString(list);
    String line =
        "  - include: {file: changes/%s.sql, relativeToChangelogFile: true}\n".formatted(id);
    Files.writeString(list, text + (text.endsWith("\n") ? "" : "\n") + line);
  }

  private static Refusal unwritten(Path file, IOException e) {
    String why =
        e instanceof FileAlreadyExistsException
            ? "It exists, and is not in the list."
            : e.getClass().getSimpleName() + ": " + e.getMessage();
    return new Refusal(
        ExitCode.REFUSED,
        "cannot write " + file,
        why,
        "give the directory of the list with --directory, and see that it can be written",
        e);
  }
}
