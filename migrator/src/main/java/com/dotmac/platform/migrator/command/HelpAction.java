package com.dotmac.platform.migrator.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.sourceforge.argparse4j.helper.HelpScreenException;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.ArgumentAction;
import net.sourceforge.argparse4j.inf.ArgumentParser;
import org.jspecify.annotations.Nullable;

/** Prints the help of a verb to the stream of this run; the parser's own goes past it. */
final class HelpAction implements ArgumentAction {
  private final PrintStream out;

  HelpAction(PrintStream out) {
    this.out = out;
  }

  @Override
  @SuppressWarnings("deprecation") // The newer method calls this one, and this one has no default.
  public void run(
      ArgumentParser parser,
      Argument argument,
      Map<String, Object> attributes,
      String flag,
      @Nullable Object value)
      throws HelpScreenException {
    parser.printHelp(new PrintWriter(out, true, StandardCharsets.UTF_8));
    throw new HelpScreenException(parser);
  }

  @Override
  public void onAttach(Argument argument) {
    // Needs nothing of the argument.
  }

  @Override
  public boolean consumeArgument() {
    return false;
  }
}
