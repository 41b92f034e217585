--liquibase formatted sql
-- Why: who builds on billing (commissions, webhooks, mail) must miss no fact and see none that was rolled back. So each fact
--      leaves a row in its own transaction, and the database numbers the rows of a tenant in the order of the commits: a
--      reader who has seen one position has seen all before it.
-- Phase: expand
-- Rollback: lossy. Drops the facts that were recorded.
--changeset dotmac:0034-billing-create-events labels:expand splitStatements:false stripComments:false
CREATE TABLE billing_events (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  position bigint,
  aggregate_kind varchar(20) NOT NULL,
  aggregate_id uuid NOT NULL,
  sequence integer NOT NULL,
  type varchar(50) NOT NULL,
  occurred_at timestamptz NOT NULL,
  data jsonb NOT NULL,
  CONSTRAINT pk_billing_events PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_billing_events_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT uq_billing_events_position UNIQUE (tenant_id, position),
  CONSTRAINT uq_billing_events_sequence UNIQUE (tenant_id, aggregate_kind, aggregate_id, sequence),
  CONSTRAINT ck_billing_events_position CHECK (position > 0),
  CONSTRAINT ck_billing_events_aggregate_kind CHECK (aggregate_kind IN ('invoice', 'payment', 'credit_note', 'subscription')),
  CONSTRAINT ck_billing_events_type CHECK (type IN (
      'invoice.finalised', 'invoice.paid', 'invoice.reopened', 'invoice.overdue', 'invoice.voided',
      'invoice.uncollectible', 'payment.succeeded', 'payment.failed', 'payment.allocated', 'payment.refunded',
      'payment.refund_refused', 'payment.disputed', 'payment.dispute_won', 'payment.dispute_lost', 'credit_note.issued', 'credit_note.applied',
      'credit_note.unapplied', 'credit_note.voided', 'subscription.created', 'subscription.activated',
      'subscription.renewed', 'subscription.plan_changed', 'subscription.paused', 'subscription.resumed',
      'subscription.past_due', 'subscription.cancel_scheduled', 'subscription.canceled', 'subscription.reactivated',
      'subscription.ended')),
  CONSTRAINT ck_billing_events_type_of_kind CHECK (split_part(type, '.', 1) = aggregate_kind),
  CONSTRAINT ck_billing_events_sequence CHECK (sequence > 0)
);

CREATE TABLE billing_event_heads (
  tenant_id uuid NOT NULL,
  last_position bigint NOT NULL,
  CONSTRAINT pk_billing_event_heads PRIMARY KEY (tenant_id),
  CONSTRAINT fk_billing_event_heads_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT ck_billing_event_heads_last_position CHECK (last_position >= 0)
);

CREATE INDEX ix_billing_events_without_position ON billing_events (tenant_id, id) WHERE position IS NULL;

COMMENT ON TABLE billing_events IS 'Facts of billing, each written in its own transaction. Only added.';
COMMENT ON COLUMN billing_events.position IS 'Place among the facts of the tenant, from 1, without gaps, in the order of the commits; given at commit.';
COMMENT ON COLUMN billing_events.aggregate_id IS 'Invoice, payment, credit note or subscription. No foreign key: the fact outlives it.';
COMMENT ON COLUMN billing_events.sequence IS 'Place among the facts of the aggregate, from 1, without gaps.';
COMMENT ON COLUMN billing_events.data IS 'The fact: identifiers and amounts as on the wire.';
COMMENT ON TABLE billing_event_heads IS 'The last position given in each tenant; its row is locked while a transaction with facts commits.';

CREATE FUNCTION place_billing_events_at_commit() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
  SET enable_seqscan = off
  AS $function$
DECLARE
  named text := coalesce(current_setting('dotmac.tenant_id', true), '');
  waiting integer := 0;
  last bigint;
BEGIN
  PERFORM set_config('dotmac.tenant_id', NEW.tenant_id::text, true);
  -- The first fact of a transaction places all of them; only those of this transaction have no place. The others ask for
  -- themselves alone: to count would be to go over all that the first one placed, once for each.
  IF EXISTS (SELECT FROM billing_events WHERE tenant_id = NEW.tenant_id AND id = NEW.id AND position IS NULL) THEN
    SELECT count(*) INTO waiting FROM billing_events WHERE tenant_id = NEW.tenant_id AND position IS NULL;
  END IF;
  IF waiting > 0 THEN
    -- Acts are linked at commit, too. Whatever came first in a transaction, the head of the trail is locked first.
    INSERT INTO audit_chain_heads VALUES (NEW.tenant_id, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
    PERFORM FROM audit_chain_heads WHERE tenant_id = NEW.tenant_id FOR NO KEY UPDATE;
    INSERT INTO billing_event_heads AS head VALUES (NEW.tenant_id, waiting)
    ON CONFLICT (tenant_id) DO UPDATE SET last_position = head.last_position + waiting
    RETURNING last_position INTO last;
    UPDATE billing_events event SET position = last - waiting + placed.place
    FROM (
      -- In the order of the statements that wrote them: identifiers of one instant have none.
      SELECT id, row_number() OVER (ORDER BY cmin::text::bigint, sequence, id) AS place FROM billing_events
      WHERE tenant_id = NEW.tenant_id AND position IS NULL) placed
    WHERE event.tenant_id = NEW.tenant_id AND event.id = placed.id;
  END IF;
  PERFORM set_config('dotmac.tenant_id', named, true);
  RETURN NULL;
END
$function$;

COMMENT ON FUNCTION place_billing_events_at_commit() IS
  'Gives the facts of a transaction their positions when it commits, after all statements.';
REVOKE EXECUTE ON FUNCTION place_billing_events_at_commit() FROM PUBLIC;

CREATE CONSTRAINT TRIGGER place_at_commit AFTER INSERT ON billing_events
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION place_billing_events_at_commit();

ALTER TABLE billing_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_events FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON billing_events
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
ALTER TABLE billing_event_heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_event_heads FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON billing_event_heads
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT ON billing_events, billing_event_heads TO dotmac_app, dotmac_readonly;
GRANT INSERT (tenant_id, id, aggregate_kind, aggregate_id, sequence, type, occurred_at, data) ON billing_events TO dotmac_app;

/* liquibase rollback
DROP TABLE billing_events;
DROP FUNCTION place_billing_events_at_commit();
DROP TABLE billing_event_heads;
*/
