package com.dotmac.platform.domain.tenancy;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** There is no connection to be had, for whatever reason; nothing was asked of the database. */
public final class NoConnectionException extends SQLTransientConnectionException {

  private static final long serialVersionUID = 1L;

  NoConnectionException(SQLException cause) {
    super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
  }
}
