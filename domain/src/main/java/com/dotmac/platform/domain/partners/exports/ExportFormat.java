package com.dotmac.platform.domain.partners.exports;

import java.io.IOException;
import java.io.OutputStream;

/** How a file looks. */
@FunctionalInterface
public interface ExportFormat {

  /**
   * Begins a file.
   *
   * @param to where its bytes go
   */
  Page begin(OutputStream to) throws IOException;

  /** A file to which lines are added. Closing it ends the file. */
  interface Page extends AutoCloseable {

    /** Adds a line. */
    void add(ExportLine line) throws IOException;

    @Override
    void close() throws IOException;
  }
}
