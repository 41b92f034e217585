package com.dotmac.platform.migrator.changelog;

import java.util.Objects;
import liquibase.ContextExpression;
import liquibase.Labels;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.DatabaseChangeLog.OnUnknownFileFormat;
import liquibase.exception.ChangeLogParseException;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParser;
import liquibase.resource.ResourceAccessor;

/**
 * Makes the packaged list out of its digest: the files are read as Liquibase reads them, but the
 * list itself, which names them and nothing more, need not be parsed as YAML. Found by Liquibase as
 * a service; takes no other list.
 */
public final class PackagedListParser implements ChangeLogParser {

  @Override
  public boolean supports(String file, ResourceAccessor files) {
    return files instanceof PackagedFiles && file.equals(Changelog.PACKAGED);
  }

  @Override
  public int getPriority() {
    return PRIORITY_DATABASE;
  }

  @Override
  public DatabaseChangeLog parse(
      String file, ChangeLogParameters parameters, ResourceAccessor files)
      throws ChangeLogParseException {
    DatabaseChangeLog list = new DatabaseChangeLog(file);
    list.setChangeLogParameters(parameters);
    for (Change change : ((PackagedFiles) Objects.requireNonNull(files)).changes()) {
      include(list, change.path(), files);
    }
    return list;
  }

  private static void include(DatabaseChangeLog list, String path, ResourceAccessor files)
      throws ChangeLogParseException {
    try {
      list.include(
          path,
          false,
          true,
          files,
          new ContextExpression(),
          new Labels(),
          false,
          null,
          OnUnknownFileFormat.FAIL,
          null);
    } catch (LiquibaseException e) {
      throw new ChangeLogParseException(e.getMessage(), e);
    }
  }
}
