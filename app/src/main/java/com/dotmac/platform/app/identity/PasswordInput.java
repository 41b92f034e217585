package com.dotmac.platform.app.identity;

import com.dotmac.platform.app.CommandFailedException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Where a command gets a password from: the person at the terminal, who does not see it, or a line
 * of standard input in UTF-8. Never an argument, which every user of the machine can see.
 */
final class PasswordInput {

  private static final int NO_PASSWORD = 2;

  private PasswordInput() {}

  /**
   * Reads it.
   *
   * @throws CommandFailedException if there is none, or the two that were typed differ
   */
  // Since Java 22 there is a console also without a terminal; isTerminal below asks it.
  @SuppressWarnings("SystemConsoleNull")
  static String read() {
    Console console = System.console();
    return console == null || !isTerminal(console) ? line() : typed(console);
  }

  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      // Before Java 22 a console is a terminal.
      return true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The console does not say what it is", e);
    }
  }

  private static String typed(Console console) {
    String first = asked(console, "Password: ");
    if (!first.equals(asked(console, "Once more: "))) {
      throw new CommandFailedException("The two are not the same.", NO_PASSWORD);
    }
    return first;
  }

  private static String asked(Console console, String prompt) {
    char[] typed = console.readPassword("%s", prompt);
    if (typed == null) {
      throw none();
    }
    return new String(typed);
  }

  private static String line() {
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      if (line == null) {
        throw none();
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CommandFailedException none() {
    return new CommandFailedException(
        "Give the password as one line of standard input.", NO_PASSWORD);
  }
}
