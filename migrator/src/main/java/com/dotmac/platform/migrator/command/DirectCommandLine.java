package com.dotmac.platform.migrator.command;

import io.dropwizard.core.cli.Command;
import net.sourceforge.argparse4j.ArgumentParsers;
import net.sourceforge.argparse4j.inf.ArgumentParser;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import net.sourceforge.argparse4j.inf.Namespace;
import org.jspecify.annotations.Nullable;

/** Parses a command line as Dropwizard does, with the same parser and without Dropwizard. */
final class DirectCommandLine {
  private DirectCommandLine() {}

  /**
   * The options, or {@code null} when the command line is wrong or asks for help: Dropwizard's way
   * knows how to say that.
   */
  static @Nullable Namespace parse(Command command, String... args) {
    if (args.length < 2 || !args[0].equals(command.getName()) || asksForHelp(args)) {
      return null;
    }
    ArgumentParser parser = ArgumentParsers.newFor("migrator.jar").addHelp(false).build();
    command.configure(parser.addSubparsers().addParser(command.getName(), false));
    try {
      return parser.parseArgs(args);
    } catch (ArgumentParserException e) {
      return null;
    }
  }

  private static boolean asksForHelp(String... args) {
    for (String arg : args) {
      // Long options may be cut short, as in --he, and short ones written together, as in -nh.
      if (arg.startsWith("--h") || arg.matches("-[^-]*h.*")) {
        return true;
      }
    }
    return false;
  }
}
