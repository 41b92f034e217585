package com.dotmac.platform.migrator.changelog;

import liquibase.AbstractExtensibleObject;
import liquibase.ui.InputHandler;
import liquibase.ui.UIService;
import org.jspecify.annotations.Nullable;

/** Swallows what Liquibase would tell a person: the verbs speak for themselves, in fewer words. */
final class SilentUi extends AbstractExtensibleObject implements UIService {

  @Override
  public int getPriority() {
    return PRIORITY_NOT_APPLICABLE;
  }

  @Override
  public void sendMessage(String message) {
    // The verb tells of progress itself.
  }

  @Override
  public void sendErrorMessage(String message) {
    // Whatever matters also arrives as an exception.
  }

  @Override
  public void sendErrorMessage(String message, Throwable exception) {
    // Whatever matters also arrives as an exception.
  }

  @Override
  public <T> @Nullable T prompt(
      String prompt,
      @Nullable T valueIfNoEntry,
      @Nullable InputHandler<T> inputHandler,
      Class<T> type) {
    return valueIfNoEntry;
  }

  @Override
  public void setAllowPrompt(boolean allowPrompt) {
    // Nobody is ever asked.
  }

  @Override
  public boolean getAllowPrompt() {
    return false;
  }
}
