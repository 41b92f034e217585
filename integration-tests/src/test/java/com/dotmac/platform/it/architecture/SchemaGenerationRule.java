package com.dotmac.platform.it.architecture;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A7 for text: no file of ours, of whatever kind, lets Hibernate make or change a table, calls its
 * schema tooling, or uses the framework's test helper that does. Sees what the rules over classes
 * cannot: settings, scripts, pages, and the tests of other modules. That no database in memory is
 * on a class path, the enforcer sees to.
 */
final class SchemaGenerationRule {
  private static final Pattern SETTING =
      Pattern.compile(
          "(hbm2ddl\\.(auto|create_namespaces)|schema-generation\\.(database|scripts|create-database)[a-z.-]*"
              + "|HBM2DDL_(AUTO|DATABASE_ACTION|SCRIPTS_ACTION|CREATE_NAMESPACES)|(?i:ddl[-_]auto))(?<value>.*)");

  /** The value itself, so that the word in a comment behind another value does not count. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "[\"'\\s:=,>)]*(value=\")?(Action\\.)?(none|validate|false|NONE|VALIDATE)\\b.*");

  private static final Pattern TOOLING =
      Pattern.compile(
          "org\\.hibernate\\.tool\\.|\\bSchema(Export|Update|CreatorImpl|MigratorImpl)\\b|\\.generateSchema\\("
              + "|[gG]etSchemaManager\\(|\\bDAOTest(Extension|Rule)?\\b");

  /** Files that have to name what is forbidden. */
  private static final List<String> NAMES_IT =
      List.of(
          // Makes tables to cure and to compare with, in databases that are thrown away.
          "it/schema/HibernateTables.java",
          // The rules, and what they are proven with.
          "it/architecture/SchemaGenerationRule.java",
          "it/architecture/SchemaGenerationTest.java",
          "it/architecture/ModuleRules.java",
          "it/architecture/samples/a7/domain/MakesTables.java",
          "it/architecture/samples/a7/domain/MakesTablesForTests.java",
          "it/architecture/samples/a7/app/ExportsTheMapping.java",
          "it/architecture/ArchitectureCanFailTest.java");

  private static final Set<String> NOT_OURS = Set.of(".git", ".demo", ".fast", "node_modules");

  private SchemaGenerationRule() {}

  /** Every file beneath this directory that offends, with the line. */
  static List<String> violations(Path directory) throws IOException {
    List<String> sentences = new ArrayList<>();
    for (Path file : filesBeneath(directory)) {
      String name = directory.relativize(file).toString().replace('\\', '/');
      if (NAMES_IT.stream().noneMatch(name::endsWith)) {
        sentences.addAll(violations(name, text(file)));
      }
    }
    return sentences;
  }

  /** The same for one text. */
  static List<String> violations(String name, String text) {
    List<String> sentences = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher setting = SETTING.matcher(line);
      if (setting.find() && !HARMLESS.matcher(setting.group("value")).matches()) {
        sentences.add(
            "%s lets Hibernate make tables ('%s'): set none or validate, and write a change file."
                .formatted(name, line.strip()));
      }
      if (TOOLING.matcher(line).find()) {
        sentences.add(
            "%s uses schema tooling ('%s'): write a change file, and take a database from MigratedPostgres."
                .formatted(name, line.strip()));
      }
    }
    return sentences;
  }

  /** Pictures and the like say nothing. */
  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      return "";
    }
  }

  private static List<Path> filesBeneath(Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> children = Files.list(directory)) {
      for (Path child : children.sorted().toList()) {
        String name = String.valueOf(child.getFileName());
        if (Files.isDirectory(child)) {
          // A package may be called target too; what Maven made lies beside a pom.
          boolean made = name.equals("target") && Files.exists(child.resolveSibling("pom.xml"));
          if (!made && !NOT_OURS.contains(name)) {
            files.addAll(filesBeneath(child));
          }
        } else if (!name.equals(".git")) {
          files.add(child);
        }
      }
    }
    return files;
  }
}
