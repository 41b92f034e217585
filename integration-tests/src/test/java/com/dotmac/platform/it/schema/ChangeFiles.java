package com.dotmac.platform.it.schema;

import com.dotmac.platform.migrator.CommandLine;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The change files and the list that orders them, as text. Read here once more, by other code than
 * the migrator's, so that a fault of its reader does not hide one of the files.
 *
 * @param changelog the ordered list, as it is written
 * @param texts text of each change file by file name
 */
record ChangeFiles(String changelog, Map<String, String> texts) {
  private static final Pattern INCLUDE =
      Pattern.compile(
          " {2}- include: \\{file: changes/(?<file>[^,]+), relativeToChangelogFile: true}");

  /** The change files of the migrator on the class path, be it a directory or a jar. */
  static ChangeFiles ofTheMigrator() throws IOException {
    try {
      Path home =
          Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(home)) {
        return read(home.resolve("db"));
      }
      try (FileSystem jar = FileSystems.newFileSystem(home)) {
        return read(jar.getPath("db"));
      }
    } catch (URISyntaxException e) {
      throw new IOException("The migrator is not on the class path as a file", e);
    }
  }

  private static ChangeFiles read(Path directory) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory.resolve("changes"))) {
      for (Path file : files.toList()) {
        texts.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    return new ChangeFiles(Files.readString(directory.resolve("changelog.yaml")), texts);
  }

  /** File names in the order of the list, as often as they stand there. */
  List<String> listed() {
    return changelog
        .lines()
        .map(INCLUDE::matcher)
        .filter(Matcher::matches)
        .map(m -> m.group("file"))
        .toList();
  }

  /** Ids of the changes in the order of the list: the stems of the file names. */
  List<String> ids() {
    return listed().stream().map(ChangeFiles::stem).toList();
  }

  /** Lines of the list that are neither its head, nor a remark, nor one change. */
  List<String> strayLines() {
    List<String> stray = new ArrayList<>();
    for (String line : changelog.lines().toList()) {
      boolean known =
          line.isBlank()
              || line.startsWith("#")
              || line.equals("databaseChangeLog:")
              || INCLUDE.matcher(line).matches();
      if (!known) {
        stray.add(line.strip());
      }
    }
    return stray;
  }

  static String stem(String file) {
    return file.endsWith(".sql") ? file.substring(0, file.length() - ".sql".length()) : file;
  }
}
