package com.dotmac.platform.app.http;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Every kind of problem that the API reports: a slug that is stable for ever, a status, and a title
 * for people.
 *
 * <p>The slug is the constant's name in lower case with hyphens.
 */
public enum ProblemCode {
  /** The body is no JSON, or a parameter cannot be read. */
  MALFORMED_REQUEST(400, "The request cannot be read"),
  /** A query parameter is unknown, given twice, or has a value that it cannot have. */
  INVALID_PARAMETER(400, "A parameter is wrong"),
  /** The request moves money and may not be done twice by accident. */
  IDEMPOTENCY_KEY_REQUIRED(400, "An Idempotency-Key is required"),
  /** The caller acts for several partners, or for none of his own, and must say for whom. */
  PARTNER_ID_REQUIRED(400, "Partner-Id is required"),
  /** No credential, or one that does not open anything. */
  UNAUTHENTICATED(401, "A valid credential is required"),
  /** Tenant, address or password is wrong, or the address was tried too often. */
  SIGN_IN_REFUSED(401, "Signing in was refused"),
  /** The password is right, and a code is asked for beside it. */
  SECOND_FACTOR_REQUIRED(401, "A code is required, too"),
  /** The password is right, and the code beside it is not taken. */
  SECOND_FACTOR_WRONG(401, "The code is wrong"),
  /** The refresh token opens nothing: the session is over, or the token was used before. */
  SESSION_OVER(401, "The session is over"),
  /** The credential is good and not for this. */
  PERMISSION_DENIED(403, "The credential does not allow this"),
  /** The key would do more, or live longer, than the credential that issues it. */
  API_KEY_GRANTS_TOO_MUCH(403, "The API key would be worth more than your credential"),
  /** The role allows, or would allow, more than the caller may do. */
  ROLE_GRANTS_TOO_MUCH(403, "The role would be worth more than your credential"),
  /** The user may do, or would be able to do, more than the caller. */
  USER_GRANTS_TOO_MUCH(403, "The user would be worth more than your credential"),
  /** Whoever made the batch may not approve it. */
  PAYOUT_BATCH_OWN(403, "Somebody else has to approve the batch"),
  /** The present password was not given. */
  PRESENT_PASSWORD_WRONG(403, "The present password is wrong"),
  /** The code of the second factor was not given. */
  PRESENT_CODE_WRONG(403, "The code is wrong"),
  /** The partner is not at work: his portal is closed, or only to be read. */
  PORTAL_CLOSED(403, "The portal of the partner is closed"),
  /** Only an owner of a partner makes, changes or removes owners. */
  PARTNER_USER_OWNERS_ONLY(403, "Only an owner may do this"),
  /** Nothing lives at the address. */
  NOT_FOUND(404, "There is nothing here"),
  /** The tenant has no such API key. */
  API_KEY_NOT_FOUND(404, "The API key does not exist"),
  /** The tenant has no such credit note. */
  CREDIT_NOTE_NOT_FOUND(404, "The credit note does not exist"),
  /** The credit note was not used like that. */
  CREDIT_NOTE_APPLICATION_NOT_FOUND(404, "The application does not exist"),
  /** The tenant has no such customer. */
  CUSTOMER_NOT_FOUND(404, "The customer does not exist"),
  /** The tenant has no such invoice. */
  INVOICE_NOT_FOUND(404, "The invoice does not exist"),
  /** The customer has no such contact. */
  CUSTOMER_CONTACT_NOT_FOUND(404, "The customer's contact does not exist"),
  /** The tenant has no such message. */
  MESSAGE_NOT_FOUND(404, "The message does not exist"),
  /** The tenant has no such rule of commission. */
  COMMISSION_NOT_FOUND(404, "The commission rule does not exist"),
  /** The tenant has no such partner. */
  PARTNER_NOT_FOUND(404, "The partner does not exist"),
  /** The partner has no such user. */
  PARTNER_USER_NOT_FOUND(404, "The partner's user does not exist"),
  /** There is no such referral. */
  PARTNER_REFERRAL_NOT_FOUND(404, "The referral does not exist"),
  /** No such export in this tenant. */
  PARTNER_EXPORT_NOT_FOUND(404, "The export does not exist"),
  /** There is no such statement, or it is another partner's. */
  PARTNER_STATEMENT_NOT_FOUND(404, "The statement does not exist"),
  /** The partner has no such invitation. */
  PARTNER_INVITATION_NOT_FOUND(404, "The invitation does not exist"),
  /** The tenant has no such application. */
  PARTNER_APPLICATION_NOT_FOUND(404, "The application does not exist"),
  /** The partner has no such account. */
  PARTNER_ACCOUNT_NOT_FOUND(404, "The partner's account does not exist"),
  /** The tenant has no such line of commission. */
  COMMISSION_EVENT_NOT_FOUND(404, "The commission event does not exist"),
  /** The tenant has no such plan. */
  PLAN_NOT_FOUND(404, "The plan does not exist"),
  /** The tenant has no such pricing rule. */
  PRICING_RULE_NOT_FOUND(404, "The pricing rule does not exist"),
  /** The tenant has no such product. */
  PRODUCT_NOT_FOUND(404, "The product does not exist"),
  /** The tenant has no such category of products. */
  PRODUCT_CATEGORY_NOT_FOUND(404, "The category does not exist"),
  /** The tenant has no such payment. */
  PAYMENT_NOT_FOUND(404, "The payment does not exist"),
  /** The payment has no such allocation. */
  PAYMENT_ALLOCATION_NOT_FOUND(404, "The allocation does not exist"),
  /** The payment has no such refund. */
  PAYMENT_REFUND_NOT_FOUND(404, "The refund does not exist"),
  /** The payment has no such dispute. */
  PAYMENT_DISPUTE_NOT_FOUND(404, "The dispute does not exist"),
  /** The customer has no such payment method. */
  PAYMENT_METHOD_NOT_FOUND(404, "The payment method does not exist"),
  /** No such payout in this tenant. */
  PAYOUT_NOT_FOUND(404, "The payout does not exist"),
  /** No such batch of payouts in this tenant. */
  PAYOUT_BATCH_NOT_FOUND(404, "The payout batch does not exist"),
  /** Nobody has said which account. */
  BANK_ACCOUNT_NOT_FOUND(404, "The bank account does not exist"),
  /** The tenant has no such role of its own. */
  ROLE_NOT_FOUND(404, "The role does not exist"),
  /** The caller has no such open session. */
  SESSION_NOT_FOUND(404, "The session does not exist"),
  /** The tenant has no such user. */
  USER_NOT_FOUND(404, "The user does not exist"),
  /** The user has no such identity at a provider. */
  USER_IDENTITY_NOT_FOUND(404, "The identity does not exist"),
  /** The tenant has no such subscription. */
  SUBSCRIPTION_NOT_FOUND(404, "The subscription does not exist"),
  /** There is no such tenant. */
  TENANT_NOT_FOUND(404, "The tenant does not exist"),
  /** The address exists, not with this method. */
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  /** The answer cannot be given in a form that the caller accepts. */
  NOT_ACCEPTABLE(406, "No acceptable form of answer"),
  /** The key is expired or revoked. */
  API_KEY_NOT_ACTIVE(409, "The API key is not active"),
  /** The invoice is a draft or void. */
  CREDIT_NOTE_INVOICE_NOT_CREDITABLE(409, "The invoice takes no credit note"),
  /** The credit notes of the invoice would come to more than it. */
  CREDIT_NOTE_EXCEEDS_INVOICE(409, "So much cannot be credited"),
  /** The credit notes would come to more of a line than it is. */
  CREDIT_NOTE_LINE_EXCEEDED(409, "So much of the line cannot be credited"),
  /** The credit note would be over nothing. */
  CREDIT_NOTE_NOTHING_TO_CREDIT(409, "There is nothing to credit"),
  /** The invoice is of another customer, or in another currency. */
  CREDIT_NOTE_OTHER_CUSTOMER(409, "The invoice does not fit the credit note"),
  /** The invoice is not owed. */
  CREDIT_NOTE_INVOICE_NOT_OPEN(409, "The invoice takes no credit"),
  /** Less is left of the credit note, or owed of the invoice. */
  CREDIT_NOTE_APPLICATION_EXCEEDS(409, "So much cannot be applied"),
  /** The credit note counts no more. */
  CREDIT_NOTE_VOID(409, "The credit note is void"),
  /** A credit note of the invoice was applied to another. */
  CREDIT_NOTE_USED_ELSEWHERE(409, "A credit note of the invoice is in use"),
  /** Another customer has the external id. */
  CUSTOMER_EXTERNAL_ID_TAKEN(409, "The external id is taken"),
  /** The customer is closed to changes. */
  CUSTOMER_ARCHIVED(409, "The customer is archived"),
  /** The invoice has its number and does not change. */
  INVOICE_NOT_A_DRAFT(409, "The invoice was finalised"),
  /** The invoice has no lines. */
  INVOICE_EMPTY(409, "The invoice has no lines"),
  /** The lines of the invoice give back more than they charge. */
  INVOICE_TOTAL_NEGATIVE(409, "The total is negative"),
  /** The state of the invoice does not allow it. */
  INVOICE_STEP_NOT_ALLOWED(409, "The invoice cannot take this step"),
  /** Money is in the invoice. */
  INVOICE_HAS_PAYMENTS(409, "The invoice has payments"),
  /** Less is owed of the invoice. */
  INVOICE_OWES_LESS(409, "Less is owed of the invoice"),
  /** The invoice is a draft or void. */
  INVOICE_NOT_OWED(409, "The invoice is not owed"),
  /** Another contact of the customer has the address. */
  CUSTOMER_CONTACT_EMAIL_TAKEN(409, "The e-mail address is taken"),
  /** Another contact of the customer is asked first. */
  CUSTOMER_CONTACT_PRIMARY_TAKEN(409, "There is a primary contact already"),
  /** The message was sent. */
  MESSAGE_ALREADY_SENT(409, "The message was sent already"),
  /** What the message says is of no use any more. */
  MESSAGE_EXPIRED(409, "The message is of no use any more"),
  /** Another rule of commission has the name. */
  COMMISSION_NAME_TAKEN(409, "The name is taken"),
  /** The rule of commission is closed to changes. */
  COMMISSION_ARCHIVED(409, "The commission rule is archived"),
  /** The version would begin no later than the one before. */
  COMMISSION_VERSION_TOO_EARLY(409, "The version begins too early"),
  /** Another version of the rule counts at that time. */
  COMMISSION_VERSIONS_OVERLAP(409, "Another version counts at that time"),
  /** Another partner has the company name. */
  PARTNER_COMPANY_NAME_TAKEN(409, "The company name is taken"),
  /** Another partner has the external id. */
  PARTNER_EXTERNAL_ID_TAKEN(409, "The external id is taken"),
  /** The step is not in the life of a partner. */
  PARTNER_STEP_NOT_ALLOWED(409, "The partner cannot take this step"),
  /** The partner is closed to changes. */
  PARTNER_ARCHIVED(409, "The partner is archived"),
  /** The partner is not at work. */
  PARTNER_NOT_ACTIVE(409, "The partner is not active"),
  /** Another active user of the partner has the address. */
  PARTNER_USER_EMAIL_TAKEN(409, "The e-mail address is taken"),
  /** Another user is the primary contact. */
  PARTNER_USER_PRIMARY_CONTACT_TAKEN(409, "There is a primary contact already"),
  /** The user acts for the partner no longer. */
  PARTNER_USER_DEACTIVATED(409, "The partner's user is deactivated"),
  /** The partner would have no owner. */
  PARTNER_USER_LAST_OWNER(409, "The last owner stays"),
  /** The prospect was named already, or is a customer. */
  PARTNER_REFERRAL_KNOWN(409, "The prospect is known"),
  /** The step is not in the life of a referral. */
  PARTNER_REFERRAL_STEP_NOT_ALLOWED(409, "The referral cannot take this step"),
  /** The referral was converted, lost or found invalid. */
  PARTNER_REFERRAL_CLOSED(409, "The referral is closed"),
  /** The export has no file yet, or no more, or never will. */
  PARTNER_EXPORT_NO_FILE(409, "The export has no file"),
  /** The month is not over, or only just. */
  PARTNER_STATEMENT_PERIOD_OPEN(409, "The month is not closed"),
  /** The address is invited already. */
  PARTNER_INVITATION_OPEN(409, "The address is invited already"),
  /** The invitation was accepted, revoked, or its time is over. */
  PARTNER_INVITATION_ENDED(409, "The invitation is not pending"),
  /** The address that was invited has a login. */
  PARTNER_INVITATION_LOGIN_EXISTS(409, "The address has a login"),
  /** The tenant takes no applications, or there is no such tenant. */
  PARTNER_APPLICATIONS_CLOSED(409, "No applications are taken"),
  /** The application was approved or rejected. */
  PARTNER_APPLICATION_DECIDED(409, "The application was decided"),
  /** A partner looks after the customer. */
  PARTNER_ACCOUNT_CUSTOMER_TAKEN(409, "The customer is looked after already"),
  /** The account was ended. */
  PARTNER_ACCOUNT_ENDED(409, "The account was ended"),
  /** No partner can be paid in the currency. */
  PAYOUT_BATCH_NOTHING_TO_PAY(409, "There is nothing to pay"),
  /** The step is not in the life of a batch of payouts. */
  PAYOUT_BATCH_STEP_NOT_ALLOWED(409, "The payout batch cannot take this step"),
  /** The batch was not handed over, or to a provider. */
  PAYOUT_BATCH_NOT_HANDED_OVER(409, "There is nothing to be paid by people"),
  /** The step is not in the life of a payout. */
  PAYOUT_STEP_NOT_ALLOWED(409, "The payout cannot take this step"),
  /** A provider says what became of the payout. */
  PAYOUT_TOLD_BY_PROVIDER(409, "The provider tells what became of the payout"),
  /** Lines of the payout cannot be paid any more, or are in another one. */
  PAYOUT_LINES_GONE(409, "Lines of the payout are not free any more"),
  /** The partner is suspended or archived. */
  PAYOUT_PARTNER_NOT_PAYABLE(409, "The partner may not be paid"),
  /** The line of commission is on its way already, or counts no more. */
  COMMISSION_EVENT_STEP_NOT_ALLOWED(409, "The commission event is not where this step begins"),
  /** The line of commission is held for longer. */
  COMMISSION_EVENT_HELD(409, "The commission event is held"),
  /** Who wrote a line of commission may not approve it. */
  COMMISSION_EVENT_OWN_WORK(409, "Somebody else has to approve this"),
  /** There is nothing that the partner could be let off. */
  PARTNER_OWES_NOTHING(409, "The partner owes nothing"),
  /** Another plan has the code. */
  PLAN_CODE_TAKEN(409, "The code is taken"),
  /** The plan is closed to changes and to anything new. */
  PLAN_ARCHIVED(409, "The plan is archived"),
  /** The pricing rule is closed to changes. */
  PRICING_RULE_ARCHIVED(409, "The pricing rule is archived"),
  /** Another product has the code. */
  PRODUCT_CODE_TAKEN(409, "The code is taken"),
  /** The product is closed to changes and to anything new. */
  PRODUCT_ARCHIVED(409, "The product is archived"),
  /** Another category has the code. */
  PRODUCT_CATEGORY_CODE_TAKEN(409, "The code is taken"),
  /** The category is closed to changes and to anything new. */
  PRODUCT_CATEGORY_ARCHIVED(409, "The category is archived"),
  /** The money of the payment has not come. */
  PAYMENT_NOT_RECEIVED(409, "The money has not come"),
  /** More is wanted for invoices than is left of the payment. */
  PAYMENT_TOO_LITTLE_LEFT(409, "Too little is left of the payment"),
  /** More is to go back than came and has not gone back yet. */
  PAYMENT_MORE_THAN_PAID(409, "More would go back than was paid"),
  /** The dispute was won or lost. */
  PAYMENT_DISPUTE_CLOSED(409, "The dispute was decided"),
  /** Another dispute has the name that the provider gave. */
  PAYMENT_DISPUTE_TAKEN(409, "The dispute is known already"),
  /** Another payment has the name that the provider gave. */
  PAYMENT_PROVIDER_PAYMENT_TAKEN(409, "Another payment has the provider's name"),
  /** The payment method was removed. */
  PAYMENT_METHOD_REMOVED(409, "The payment method was removed"),
  /** Another payment method became the default in the same moment. */
  PAYMENT_METHOD_DEFAULT_TAKEN(409, "Another method became the default"),
  /** Another role has the name. */
  ROLE_NAME_TAKEN(409, "The name is taken"),
  /** Somebody has the role. */
  ROLE_IN_USE(409, "Somebody has the role"),
  /** The second factor is on already, or not on, or one's own. */
  SECOND_FACTOR_STEP_NOT_ALLOWED(409, "The second factor cannot take this step"),
  /** The step is not in the life of a subscription. */
  SUBSCRIPTION_STEP_NOT_ALLOWED(409, "The subscription cannot take this step"),
  /** The subscription will not be billed again. */
  SUBSCRIPTION_PLAN_NOT_CHANGEABLE(409, "The plan cannot be changed"),
  /** The period of the subscription is over. */
  SUBSCRIPTION_PERIOD_OVER(409, "The period is over"),
  /** More would be given back than the invoices of the period stand for. */
  SUBSCRIPTION_NOTHING_TO_GIVE_BACK(409, "So much cannot be given back"),
  /** Another user has the address. */
  USER_EMAIL_TAKEN(409, "The e-mail address is taken"),
  /** The user is disabled. */
  USER_DISABLED(409, "The user is disabled"),
  /** The user can sign in with a password already. */
  USER_HAS_PASSWORD(409, "The user has a password"),
  /** Such a mail was written a moment ago, or too often in a day. */
  MAIL_WRITTEN_RECENTLY(409, "Such a mail was written already"),
  /** A user of the tenant has the identity. */
  USER_IDENTITY_TAKEN(409, "The identity is taken"),
  /** Nobody could administer the tenant any more. */
  USER_LAST_ADMINISTRATOR(409, "The last administrator stays"),
  /** Another tenant has the slug. */
  TENANT_SLUG_TAKEN(409, "The slug is taken"),
  /** The tenant is suspended already, or not suspended. */
  TENANT_STEP_NOT_ALLOWED(409, "The tenant cannot take this step"),
  /** There is one platform's tenant, which is never suspended. */
  TENANT_IS_PLATFORM(409, "The platform's own tenant stays as it is"),
  /** The same request is being worked on. */
  IDEMPOTENCY_KEY_IN_USE(409, "The same request is being worked on"),
  /** The link was used, has expired, a newer one took its place, or it never was one. */
  LINK_REFUSED(410, "The link is of no use"),
  /** Somebody else was quicker. */
  VERSION_CONFLICT(412, "The resource was changed meanwhile"),
  /** More bytes than the server reads. */
  BODY_TOO_LARGE(413, "The body is too large"),
  /** More characters than the server reads. */
  URI_TOO_LONG(414, "The address is too long"),
  /** The body is in a form that is not understood. */
  UNSUPPORTED_MEDIA_TYPE(415, "The form of the body is not supported"),
  /** A field is missing, unknown or has a value that it cannot have. */
  VALIDATION_FAILED(422, "A field is wrong"),
  /** The key stands for another request. */
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request"),
  /** The plan would pay who takes it. */
  PLAN_PRICE_NEGATIVE(422, "The price is negative"),
  /** The pricing rule is about both a product and a plan, or about neither. */
  PRICING_RULE_SCOPE_UNCLEAR(422, "The rule is about either a product or a plan"),
  /** The pricing rule would end before it applies. */
  PRICING_RULE_PERIOD_EMPTY(422, "The rule ends before it applies"),
  /** The invoice has no such line, or it is named twice. */
  CREDIT_NOTE_LINE_NOT_FOUND(422, "The line does not exist"),
  /** The amount is in another currency than the invoice or credit note. */
  CREDIT_NOTE_OTHER_CURRENCY(422, "The currency is another"),
  /** The plan is in another currency than the subscription, or than its customer is billed in. */
  SUBSCRIPTION_OTHER_CURRENCY(422, "The plan is in another currency"),
  /** One of the roles named does not exist. */
  USER_ROLE_NOT_FOUND(422, "The role does not exist"),
  /** The invoice is of another customer, or in another currency, than the payment. */
  PAYMENT_OTHER_INVOICE(422, "The payment cannot pay this invoice"),
  /** The installation has no such payment provider. */
  PAYMENT_PROVIDER_NOT_SET_UP(422, "There is no such payment provider"),
  /** The installation has no such payout provider. */
  PAYOUT_PROVIDER_NOT_SET_UP(422, "There is no such payout provider"),
  /** The new password is not good enough. */
  PASSWORD_REFUSED(422, "The password is not good enough"),
  /** The user named does not exist. */
  PARTNER_USER_LINK_NOT_FOUND(422, "The user does not exist"),
  /** The change must say which version it is based on. */
  PRECONDITION_REQUIRED(428, "If-Match is required"),
  /** The credential, or the address, has used up what it is given. */
  TOO_MANY_REQUESTS(429, "Too many requests"),
  /** More bytes of headers than the server reads. */
  HEADERS_TOO_LARGE(431, "The headers are too large"),
  /** Any other refusal of the protocol. */
  REQUEST_REFUSED(400, "The request is refused"),
  /** A surprise; the log has the story under the request id. */
  INTERNAL_ERROR(500, "Something went wrong on our side"),
  /** The installation has no key to sign access tokens with. */
  SIGN_IN_NOT_SET_UP(501, "Signing in is not set up"),
  /** The installation has no address that links in mails begin with. */
  MAIL_NOT_SET_UP(501, "Mail is not set up"),
  /** A secret would have to be kept, and there is no key to seal it with. */
  SEALING_NOT_CONFIGURED(501, "The server cannot keep secrets"),
  /** Something that the answer needs is away for a while; nothing was done. */
  SERVICE_UNAVAILABLE(503, "Not available right now"),
  /** The database went away between the order to commit and its answer. */
  OUTCOME_UNKNOWN(503, "It is not known whether the change was made");

  private static final Set<ProblemCode> PASSING =
      EnumSet.of(IDEMPOTENCY_KEY_IN_USE, SERVICE_UNAVAILABLE, OUTCOME_UNKNOWN);

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** Stable name, {@code partner-not-found}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the same request may succeed a moment later. */
  public boolean passing() {
    return PASSING.contains(this);
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** What it is, for people; the same for each occurrence. */
  public String title() {
    return title;
  }
}
