package com.dotmac.platform.migrator.changelog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The packaged list of changes as one small generated file: id, author, path and checksum of each,
 * one change per line. From it a run learns that nothing is to be done without parsing a changelog
 * and without loading Liquibase.
 *
 * <p>{@code db snapshot} writes it, and a test proves that it is what the changes are.
 */
public final class Digest {
  private static final String PACKAGED = "/db/digest.txt";
  private static final String SEPARATOR = "\t";
  private static final int FIELDS = 4;

  private Digest() {}

  /**
   * The changes in the order of the list. Each knows one checksum only, the one that Liquibase
   * writes today: an older kind in the history does not match, and is left to Liquibase to judge.
   *
   * @return empty when the jar carries no digest, or one that cannot be read
   */
  public static List<Change> packaged() {
    try (InputStream file = Digest.class.getResourceAsStream(PACKAGED)) {
      return file == null ? List.of() : read(file);
    } catch (IOException e) {
      return List.of();
    }
  }

  private static List<Change> read(InputStream file) throws IOException {
    List<Change> changes = new ArrayList<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] fields = line.split(SEPARATOR, -1);
      if (fields.length != FIELDS) {
        return List.of();
      }
      changes.add(new Change(fields[0], fields[1], fields[2], new Exactly(fields[3])));
    }
    return changes;
  }

  /**
   * The text of the file.
   *
   * @param history of a database that has all changes and nothing else, made by this Liquibase
   */
  public static String render(History history) {
    StringBuilder text = new StringBuilder();
    for (History.Entry entry : history.entries()) {
      text.append(entry.id()).append(SEPARATOR);
      text.append(entry.author()).append(SEPARATOR);
      text.append(entry.path()).append(SEPARATOR);
      text.append(entry.checksum()).append('\n');
    }
    return text.toString();
  }

  /** A class and not a lambda: the first lambda of a process costs more than the comparison. */
  private record Exactly(String checksum) implements Predicate<String> {

    @Override
    public boolean test(String other) {
      return checksum.equals(other);
    }
  }
}
