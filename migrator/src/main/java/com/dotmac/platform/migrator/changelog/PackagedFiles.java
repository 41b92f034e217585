package com.dotmac.platform.migrator.changelog;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.List;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.URIResource;

/**
 * The change files of this jar, each taken from where the list lies. Liquibase looks for a file
 * among everything that the class loader knows, modules of Java included, which takes longer than
 * to read it.
 */
final class PackagedFiles extends ClassLoaderResourceAccessor {
  private final String folder;
  private final List<Change> changes;

  /**
   * Files beside a list.
   *
   * @param list the list, as {@link Changelog#path} has it
   * @param changes what it lists, in order
   * @throws IllegalStateException when this jar has no such list
   */
  PackagedFiles(String list, List<Change> changes) {
    super(PackagedFiles.class.getClassLoader());
    this.changes = List.copyOf(changes);
    URL found = PackagedFiles.class.getResource("/" + list);
    if (found == null) {
      throw new IllegalStateException("This jar lacks " + list);
    }
    String address = found.toString();
    folder = address.substring(0, address.length() - list.length());
  }

  /** What the list names, in order. */
  List<Change> changes() {
    return changes;
  }

  @Override
  public List<Resource> getAll(String path) throws IOException {
    try {
      Resource file = new URIResource(path, new URI(folder + path));
      return file.exists() ? List.of(file) : super.getAll(path);
    } catch (URISyntaxException e) {
      return super.getAll(path);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
