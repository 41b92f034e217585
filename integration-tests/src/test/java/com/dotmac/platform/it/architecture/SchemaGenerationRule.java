package com.dotmac.platform.it.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A7 for text: no source and no configuration lets Hibernate make or change a table. The setting
 * has many names; its only values here are {@code none} and {@code validate}.
 */
final class SchemaGenerationRule {
  private static final Pattern SETTING =
      Pattern.compile(
          "(hbm2ddl\\.(auto|create_namespaces)|schema-generation\\.(database|scripts|create-database)[a-z.-]*"
              + "|HBM2DDL_(AUTO|DATABASE_ACTION|SCRIPTS_ACTION|CREATE_NAMESPACES))(?<value>.*)");
  private static final Pattern HARMLESS =
      Pattern.compile("\\b(none|validate|NONE|VALIDATE|false)\\b");
  private static final Set<String> ENDINGS =
      Set.of("java", "yml", "yaml", "properties", "xml", "json", "sh", "env");
  private static final Set<String> NOT_OURS = Set.of(".git", ".demo", "node_modules");

  private SchemaGenerationRule() {}

  /** Every file beneath this directory that lets Hibernate make tables, with the line. */
  static List<String> violations(Path directory) throws IOException {
    List<String> sentences = new ArrayList<>();
    for (Path file : filesBeneath(directory)) {
      sentences.addAll(violations(directory.relativize(file).toString(), Files.readString(file)));
    }
    return sentences;
  }

  /** The same for one text. */
  static List<String> violations(String name, String text) {
    List<String> sentences = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher setting = SETTING.matcher(line);
      if (setting.find() && !HARMLESS.matcher(setting.group("value")).find()) {
        sentences.add(
            "%s lets Hibernate make tables ('%s'): set none or validate, and write a change file."
                .formatted(name, line.strip()));
      }
    }
    return sentences;
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
        } else if (ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
          files.add(child);
        }
      }
    }
    return files;
  }
}
