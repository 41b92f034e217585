package com.dotmac.platform.it.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A change file and what is in it, to the byte.
 *
 * @param file its name
 * @param sha256 in hexadecimal
 */
public record ChangeDigest(String file, String sha256) {
  /** Where change files lie in the work tree. */
  public static final String FOLDER = "migrator/src/main/resources/db/changes";

  // As sha256sum writes it, so that sha256sum --check reads it.
  private static final String BETWEEN = "  ";

  /** What a line of {@code sha256sum} says. */
  static ChangeDigest ofLine(String line) {
    int end = line.indexOf(BETWEEN);
    if (end < 0) {
      throw new IllegalArgumentException("This is no line of sha256sum: " + line);
    }
    return new ChangeDigest(line.substring(end + BETWEEN.length()), line.substring(0, end));
  }

  /**
   * Files of changes as they are now.
   *
   * @param repository root of the work tree
   * @param ids of the changes, in order
   * @throws IOException if one cannot be read
   */
  public static List<ChangeDigest> of(Path repository, List<String> ids) throws IOException {
    List<ChangeDigest> digests = new ArrayList<>();
    for (String id : ids) {
      String file = id + ".sql";
      byte[] text = Files.readAllBytes(repository.resolve(FOLDER).resolve(file));
      digests.add(new ChangeDigest(file, HexFormat.of().formatHex(digest(text))));
    }
    return digests;
  }

  String line() {
    return sha256 + BETWEEN + file;
  }

  private static byte[] digest(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
