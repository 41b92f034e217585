package com.dotmac.platform.domain.billing.catalog;

/**
 * What is said of a plan and may be changed.
 *
 * @param name name for people, 1 to 255 characters; stands on invoices
 * @param trialDays days for which a new subscription costs nothing, 0 to 365; a change is for
 *     subscriptions that begin later
 */
public record PlanDetails(String name, int trialDays) {

  /** Most days of a trial. */
  public static final int MOST_TRIAL_DAYS = 365;
}
