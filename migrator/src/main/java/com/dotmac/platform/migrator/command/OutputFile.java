package com.dotmac.platform.migrator.command;

import com.dotmac.platform.migrator.outcome.ExitCode;
import com.dotmac.platform.migrator.outcome.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a verb was asked to write. */
final class OutputFile {
  private OutputFile() {}

  /**
   * Writes it, with the folders that are missing.
   *
   * @throws Refusal when that cannot be done
   */
  static void write(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new Refusal(
          ExitCode.REFUSED,
          "cannot write " + file,
          e.getClass().getSimpleName() + ": " + e.getMessage(),
          "give a path that can be written",
          e);
    }
  }
}
