package com.dotmac.platform.it.walk;

import com.dotmac.platform.domain.identity.links.LinkPurpose;
import com.dotmac.platform.it.fixtures.AnAuthenticator;
import com.dotmac.platform.it.harness.ApiClient;
import com.dotmac.platform.it.openapi.Description.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is particular about operations, where the description does not say it: who can do them, what
 * has to be done before, and what they bring or leave.
 */
final class Particulars {
  /**
   * Fields of a body that stand in the place of another, by operation: who sends both is refused.
   */
  static final Map<String, Map<String, String>> INSTEAD_OF =
      Map.of(
          "POST /api/v1/credit-notes", Map.of("/lines/0/invoiceLineId", "/amount"),
          "POST /api/v1/payments", Map.of("/paymentMethodId", "/kind"),
          "POST /api/v1/pricing-rules", Map.of("/planId", "/productId"));

  /** Operations that refuse each thing for itself, in an answer that says what became of all. */
  private static final Set<String> BY_ITEM =
      Set.of("POST /api/v1/invoices/finalise", "POST /api/v1/payments/batch");

  /** Operations that a new resource is in no state for, and the steps that bring it there. */
  static final Map<String, String> BEFORE =
      Map.ofEntries(
          Map.entry("POST /api/v1/commission-events/{id}/unblock", "block"),
          Map.entry("POST /api/v1/invoices/{id}/give-up", "finalise"),
          Map.entry("POST /api/v1/invoices/{id}/void", "finalise"),
          Map.entry("POST /api/v1/partner-referrals/{id}/convert", "contact qualify"),
          Map.entry("POST /api/v1/partner-referrals/{id}/qualify", "contact"),
          Map.entry("POST /api/v1/partners/{id}/activate", "suspend"),
          Map.entry("POST /api/v1/partners/{id}/archive", "terminate"),
          Map.entry("POST /api/v1/payout-batches/{id}/complete", "approve submit"),
          Map.entry("POST /api/v1/payout-batches/{id}/submit", "approve"),
          Map.entry("POST /api/v1/payouts/{id}/retry", "fail"),
          Map.entry("POST /api/v1/subscriptions/{id}/reactivate", "cancel"),
          Map.entry("POST /api/v1/subscriptions/{id}/resume", "pause"),
          Map.entry("POST /api/v1/tenants/{id}/resume", "suspend"),
          Map.entry("POST /api/v1/users/{id}/enable", "disable"));

  /** Operations that no API key can do, only somebody who signed in, and why. */
  private static final Map<String, String> OF_PEOPLE =
      Map.ofEntries(
          Map.entry("GET /api/v1/me/second-factor", "a key has no second factor"),
          Map.entry("POST /api/v1/me/second-factor/enrol", "a key has no second factor"),
          Map.entry("POST /api/v1/me/second-factor/confirm", "a key has no second factor"),
          Map.entry("POST /api/v1/me/second-factor/backup-codes", "a key has no second factor"),
          Map.entry("POST /api/v1/me/second-factor/disable", "a key has no second factor"),
          Map.entry("GET /api/v1/me/sessions", "a key has no sessions"),
          Map.entry("DELETE /api/v1/me/sessions/{id}", "a key has no sessions"),
          Map.entry("POST /api/v1/me/email-verification", "a key has no address"),
          Map.entry("POST /api/v1/me/password", "a key has no password"),
          Map.entry("POST /api/v1/partner-invitations/join", "a key has no address"),
          Map.entry("POST /api/v1/sign-out", "a key did not sign in"),
          Map.entry("POST /api/v1/sign-out-everywhere", "a key did not sign in"));

  /** Operations that bring a secret themselves and need no credential, and what they bring. */
  private static final Map<String, String> OF_EVERYBODY =
      Map.of(
          "POST /api/v1/apply/{tenantSlug}", "nothing",
          "POST /api/v1/email-verifications", "the token of a mail",
          "POST /api/v1/invitations/accept", "the token of a mail",
          "POST /api/v1/partner-invitations/accept", "the token of a mail",
          "POST /api/v1/password-resets", "an address",
          "POST /api/v1/password-resets/complete", "the token of a mail",
          "POST /api/v1/sign-in", "a password",
          "POST /api/v1/sign-in/refresh", "a refresh token");

  /** Operations that take the token of a mail, and what the mail is for. */
  private static final Map<String, LinkPurpose> BY_MAIL =
      Map.of(
          "POST /api/v1/email-verifications", LinkPurpose.EMAIL_VERIFICATION,
          "POST /api/v1/invitations/accept", LinkPurpose.INVITATION,
          "POST /api/v1/password-resets/complete", LinkPurpose.PASSWORD_RESET);

  /** Operations whose refusals leave a row, and the table where. */
  private static final Map<String, String> NOTED_IN =
      Map.of(
          // Who guesses waits: a password or a code that is wrong is counted.
          "POST /api/v1/me/password", "sign_in_attempts",
          "POST /api/v1/me/second-factor/enrol", "sign_in_attempts",
          "POST /api/v1/me/second-factor/confirm", "sign_in_attempts",
          "POST /api/v1/me/second-factor/backup-codes", "sign_in_attempts",
          "POST /api/v1/me/second-factor/disable", "sign_in_attempts",
          "POST /api/v1/sign-in", "sign_in_attempts");

  private Particulars() {}

  /** Whether an operation answers for each thing that it names, and refuses one beside others. */
  static boolean isByItem(Operation operation) {
    return BY_ITEM.contains(operation.toString());
  }

  /** Whether only somebody who signed in can do it. */
  static boolean isOfPeople(Operation operation) {
    return OF_PEOPLE.containsKey(operation.toString());
  }

  /** Whether the secret of a request may be of no use once it is done, or refused too often. */
  static boolean usesUpASecret(Operation operation) {
    return isOfPeople(operation) || OF_EVERYBODY.containsKey(operation.toString());
  }

  /** Whether the operation takes the token of a mail that invites somebody to a partner. */
  static boolean takesAPartnersInvitation(Operation operation) {
    return operation.template().startsWith("/api/v1/partner-invitations/");
  }

  /** Whether no credential is asked for: what it names is open to everybody. */
  static boolean isOpen(Operation operation) {
    return OF_EVERYBODY.containsKey(operation.toString());
  }

  /** What the mail is for that brings the token of an operation; empty if it takes none. */
  static Optional<LinkPurpose> byMail(Operation operation) {
    return Optional.ofNullable(BY_MAIL.get(operation.toString()));
  }

  /** The table in which a refusal of the operation may leave a row. */
  static Optional<String> notedIn(Operation operation) {
    return Optional.ofNullable(NOTED_IN.get(operation.toString()));
  }

  /**
   * A code that an operation takes from somebody who has just signed in, and who is brought into a
   * state in which it does.
   *
   * @param now what the clock of the platform shows
   */
  static String codeFor(Operation operation, ApiClient caller, String password, Instant now) {
    return switch (operation.toString()) {
      case "POST /api/v1/me/second-factor/confirm" ->
          AnAuthenticator.enrolledBy(caller, password).codeAt(now);
      case "POST /api/v1/me/second-factor/backup-codes", "POST /api/v1/me/second-factor/disable" ->
          AnAuthenticator.turnedOnBy(caller, password, now).backupCodes().get(0);
      default -> "123456";
    };
  }

  /** The operations that the tables name. */
  static Set<String> namedOperations() {
    Set<String> named = new TreeSet<>(BEFORE.keySet());
    named.addAll(INSTEAD_OF.keySet());
    named.addAll(BY_ITEM);
    List.of(OF_PEOPLE, OF_EVERYBODY, BY_MAIL, NOTED_IN)
        .forEach(table -> named.addAll(table.keySet()));
    return named;
  }
}
