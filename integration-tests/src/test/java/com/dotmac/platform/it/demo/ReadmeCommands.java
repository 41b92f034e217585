package com.dotmac.platform.it.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands that a README shows first, and whether this repository has them. */
final class ReadmeCommands {
  private static final Pattern FIRST_COMMANDS =
      Pattern.compile("^## Run it$(.*?)(?=^## |\\z)", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern BLOCK =
      Pattern.compile("^```sh$(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern TARGET = Pattern.compile("^([a-z-]+):(?!=)", Pattern.MULTILINE);
  private static final Set<String> GOALS = Set.of("test", "package", "verify");

  private ReadmeCommands() {}

  /** The commands in the {@code sh} blocks under {@code ## Run it}, without what follows a #. */
  static List<String> of(String readme) {
    Matcher section = FIRST_COMMANDS.matcher(readme);
    List<String> commands = new ArrayList<>();
    if (section.find()) {
      Matcher block = BLOCK.matcher(section.group(1));
      while (block.find()) {
        block
            .group(1)
            .lines()
            .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .forEach(commands::add);
      }
    }
    return commands;
  }

  /** What is wrong with the commands, in sentences. */
  static List<String> faults(List<String> commands, String makefile) {
    if (commands.isEmpty()) {
      return List.of("The README shows no command in a sh block under '## Run it'.");
    }
    Set<String> targets =
        TARGET
            .matcher(makefile)
            .results()
            .map(result -> result.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    return commands.stream()
        .filter(command -> !isKnown(command, targets))
        .map("The README says '%s', which nothing here does: mend the one or the other."::formatted)
        .toList();
  }

  private static boolean isKnown(String command, Set<String> targets) {
    String[] words = command.split("\\s+", -1);
    return switch (words[0]) {
      case "make" -> words.length == 2 && targets.contains(words[1]);
      case "mvn" -> words.length == 2 && GOALS.contains(words[1]);
      default -> false;
    };
  }
}
