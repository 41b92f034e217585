package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.shared.Coded;
import com.dotmac.platform.domain.shared.DomainException;
import java.util.Set;
import java.util.stream.Collectors;

/** Refusals about partners. */
public abstract sealed class PartnerException extends DomainException {

  private static final long serialVersionUID = 1L;

  private PartnerException(String message) {
    super(message);
  }

  /** The tenant has no such partner. */
  public static final class NotFound extends PartnerException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("There is no such partner.");
    }
  }

  /** Another partner that is not archived has the name. */
  public static final class CompanyNameTaken extends PartnerException {
    private static final long serialVersionUID = 1L;

    CompanyNameTaken() {
      super("Another partner has this company name.");
    }
  }

  /** Another partner has the external id. */
  public static final class ExternalIdTaken extends PartnerException {
    private static final long serialVersionUID = 1L;

    ExternalIdTaken() {
      super("Another partner has this external id.");
    }
  }

  /** The step is not in the graph of {@link PartnerStates}. */
  public static final class StepNotAllowed extends PartnerException {
    private static final long serialVersionUID = 1L;

    StepNotAllowed(PartnerStatus from, PartnerStatus to) {
      super("A partner that is " + from.code() + " cannot become " + to.code() + "; " + next(from));
    }

    private static String next(PartnerStatus from) {
      Set<PartnerStatus> after = PartnerStates.after(from);
      return after.isEmpty()
          ? "this state is the last."
          : after.stream()
              .map(Coded::code)
              .sorted()
              .collect(Collectors.joining(" or ", "next may come ", "."));
    }
  }

  /** The partner is out of sight and closed to changes. */
  public static final class Archived extends PartnerException {
    private static final long serialVersionUID = 1L;

    Archived() {
      super("The partner is archived and closed to changes.");
    }
  }

  /** The partner is not at work, so he takes no accounts and refers nobody. */
  public static final class NotActive extends PartnerException {
    private static final long serialVersionUID = 1L;

    NotActive(PartnerStatus status) {
      super(
          "The partner is "
              + status.code()
              + "; only an active partner takes accounts and refers prospects.");
    }
  }
}
