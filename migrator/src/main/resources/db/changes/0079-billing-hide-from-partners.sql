--liquibase formatted sql
-- Why: what customers buy, owe and pay is a matter between them and the tenant. A partner sees what he earns by it, in the tables
--      of commissions.
-- Phase: expand
-- Rollback: reversible
-- Lint: allow measured-exclusive-lock because a policy takes it for a moment, and reads no row.
-- Lint: allow several-exclusive-locks because a policy takes its lock for a moment, and all of them are made or none.
--changeset dotmac:0079-billing-hide-from-partners labels:expand splitStatements:false stripComments:false
CREATE POLICY partner_scope ON billing_event_cursors AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON billing_event_heads AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON billing_events AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON billing_plans AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON billing_pricing_rules AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON billing_product_categories AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON billing_products AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON billing_subscription_charges AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON billing_subscriptions AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON credit_note_applications AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON credit_note_lines AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON credit_notes AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON invoice_lines AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON invoices AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON payment_allocation_reversals AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON payment_allocations AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON payment_disputes AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON payment_methods AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON payment_refunds AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON payment_targets AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON payments AS RESTRICTIVE USING (current_partner_id() IS NULL);

/* liquibase rollback
DROP POLICY partner_scope ON payments;
DROP POLICY partner_scope ON payment_targets;
DROP POLICY partner_scope ON payment_refunds;
DROP POLICY partner_scope ON payment_methods;
DROP POLICY partner_scope ON payment_disputes;
DROP POLICY partner_scope ON payment_allocations;
DROP POLICY partner_scope ON payment_allocation_reversals;
DROP POLICY partner_scope ON invoices;
DROP POLICY partner_scope ON invoice_lines;
DROP POLICY partner_scope ON credit_notes;
DROP POLICY partner_scope ON credit_note_lines;
DROP POLICY partner_scope ON credit_note_applications;
DROP POLICY partner_scope ON billing_subscriptions;
DROP POLICY partner_scope ON billing_subscription_charges;
DROP POLICY partner_scope ON billing_products;
DROP POLICY partner_scope ON billing_product_categories;
DROP POLICY partner_scope ON billing_pricing_rules;
DROP POLICY partner_scope ON billing_plans;
DROP POLICY partner_scope ON billing_events;
DROP POLICY partner_scope ON billing_event_heads;
DROP POLICY partner_scope ON billing_event_cursors;
*/
