package com.dotmac.platform.app.billing.invoices;

import com.dotmac.platform.app.http.DomainProblems;
import com.dotmac.platform.app.http.MoneyJson;
import com.dotmac.platform.app.http.Problem;
import com.dotmac.platform.domain.billing.invoices.Invoice;
import com.dotmac.platform.domain.billing.invoices.InvoiceBatchService;
import com.dotmac.platform.domain.billing.invoices.InvoiceStatus;
import com.dotmac.platform.domain.shared.Outcome;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Many invoices on the wire. */
final class InvoiceBatchJson {

  private InvoiceBatchJson() {}

  /**
   * Which drafts are finalised.
   *
   * @param invoiceIds the drafts; their numbers follow each other in this order
   */
  record Finalise(
      @NotNull @Size(min = 1, max = InvoiceBatchService.MOST) List<@NotNull UUID> invoiceIds) {}

  /**
   * What became of each.
   *
   * @param finalised how many were finalised
   * @param refused how many were not
   * @param results one for each that was named, in the same order
   */
  record View(int finalised, int refused, List<Result> results) {

    static View of(List<UUID> ids, List<Outcome<Invoice>> outcomes, DomainProblems problems) {
      List<Result> results = new ArrayList<>();
      for (int place = 0; place < ids.size(); place++) {
        results.add(Result.of(ids.get(place), outcomes.get(place), problems));
      }
      int refused = (int) results.stream().filter(result -> result.problem() != null).count();
      return new View(results.size() - refused, refused, results);
    }
  }

  /**
   * What became of one draft: either a problem, or all the rest.
   *
   * @param invoiceId the draft as it was named
   * @param problem why it was not finalised, as if it had been asked for alone
   */
  record Result(
      UUID invoiceId,
      @Nullable String number,
      @Nullable InvoiceStatus status,
      @Nullable MoneyJson total,
      @Nullable LocalDate issuedOn,
      @Nullable LocalDate dueOn,
      @Nullable Problem problem) {

    private static Result of(UUID id, Outcome<Invoice> outcome, DomainProblems problems) {
      if (outcome instanceof Outcome.Done<Invoice> done) {
        Invoice invoice = done.result();
        return new Result(
            id,
            invoice.number(),
            invoice.status(),
            MoneyJson.of(invoice.total()),
            invoice.issuedOn(),
            invoice.dueOn(),
            null);
      }
      Problem problem = problems.problem(((Outcome.Refused<Invoice>) outcome).refusal());
      return new Result(id, null, null, null, null, null, problem);
    }
  }
}
