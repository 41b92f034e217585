package com.dotmac.platform.it.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history of a work tree, through the git of this machine.
 *
 * @param workTree its root
 */
public record Git(Path workTree) {

  /** Git is not there, or says no; the message is its own. */
  public static final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    private Failure(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Runs a git command in the work tree.
   *
   * @return what it wrote, without the last line end
   * @throws Failure if there is no git, or it ends with another code than 0
   */
  public String run(String... arguments) throws Failure {
    List<String> command = new ArrayList<>(List.of("git", "-C", workTree.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .stripTrailing();
      if (process.waitFor() != 0) {
        throw new Failure("git " + String.join(" ", arguments) + " says: " + said, null);
      }
      return said;
    } catch (IOException e) {
      throw new Failure("There is no git on this machine", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted while git ran", e);
    }
  }
}
