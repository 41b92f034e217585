package com.dotmac.platform.domain.partners.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** A file that goes into the table in pieces, of which only one is in memory. */
final class ExportChunks extends OutputStream {

  /** Bytes of a piece, from which on it is written. */
  private static final int SIZE = 256 * 1024;

  private static final String INSERT =
      "INSERT INTO partner_export_chunks (tenant_id, export_id, position, content)"
          + " VALUES (current_tenant_id(), ?, ?, ?)";

  private final Connection connection;
  private final UUID exportId;
  private final ByteArrayOutputStream piece = new ByteArrayOutputStream(SIZE);
  private long position;

  ExportChunks(Connection connection, UUID exportId) {
    this.connection = connection;
    this.exportId = exportId;
  }

  @Override
  public void write(int one) throws IOException {
    piece.write(one);
    writeIfFull();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    piece.write(bytes, offset, length);
    writeIfFull();
  }

  @Override
  public void close() throws IOException {
    if (piece.size() > 0) {
      insert();
    }
  }

  private void writeIfFull() throws IOException {
    if (piece.size() >= SIZE) {
      insert();
    }
  }

  private void insert() throws IOException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setObject(1, exportId);
      statement.setLong(2, position);
      statement.setBytes(3, piece.toByteArray());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IOException("A piece of an export could not be kept", e);
    }
    position++;
    piece.reset();
  }
}
