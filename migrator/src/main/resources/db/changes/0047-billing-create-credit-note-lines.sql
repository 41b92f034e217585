--liquibase formatted sql
-- Why: a credit note says of which lines of its invoice it takes how much back, net and tax, so that the tax of several
--      notes comes to the tax of the line and to not a unit more.
-- Phase: expand
-- Rollback: lossy. Drops the lines of credit notes.
-- Lint: allow trigger-on-existing-table because the table is new in this release, and the function asks one index.
--changeset dotmac:0047-billing-create-credit-note-lines labels:expand splitStatements:false stripComments:false
CREATE TABLE credit_note_lines (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  credit_note_id uuid NOT NULL,
  invoice_line_id uuid NOT NULL,
  position integer NOT NULL,
  description varchar(500) NOT NULL,
  tax_rate numeric(7, 6) NOT NULL,
  net_amount bigint NOT NULL,
  tax_amount bigint NOT NULL,
  CONSTRAINT pk_credit_note_lines PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_credit_note_lines_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_credit_note_lines_credit_note FOREIGN KEY (tenant_id, credit_note_id) REFERENCES credit_notes (tenant_id, id),
  CONSTRAINT fk_credit_note_lines_invoice_line FOREIGN KEY (tenant_id, invoice_line_id) REFERENCES invoice_lines (tenant_id, id),
  CONSTRAINT uq_credit_note_lines_position UNIQUE (tenant_id, credit_note_id, position),
  CONSTRAINT uq_credit_note_lines_invoice_line UNIQUE (tenant_id, credit_note_id, invoice_line_id),
  CONSTRAINT ck_credit_note_lines_position CHECK (position > 0),
  CONSTRAINT ck_credit_note_lines_amounts CHECK (net_amount <> 0 OR tax_amount <> 0)
);

CREATE INDEX ix_credit_note_lines_invoice_line ON credit_note_lines (tenant_id, invoice_line_id);

COMMENT ON TABLE credit_note_lines IS 'What a credit note takes back, line by line. Never changed.';
COMMENT ON COLUMN credit_note_lines.net_amount IS 'Before tax; below zero for a line of the invoice that was a deduction.';

CREATE FUNCTION check_credit_note_sums_at_commit() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $function$
DECLARE
  named text := coalesce(current_setting('dotmac.tenant_id', true), '');
  note uuid;
BEGIN
  IF TG_TABLE_NAME = 'credit_notes' THEN
    note := NEW.id;
  ELSE
    note := NEW.credit_note_id;
  END IF;
  -- Row security let the row in, so its tenant is the right one, whoever the transaction works for now.
  PERFORM set_config('dotmac.tenant_id', NEW.tenant_id::text, true);
  PERFORM FROM credit_notes AS n
  WHERE n.tenant_id = NEW.tenant_id AND n.id = note
    AND NOT EXISTS (
      SELECT FROM credit_note_lines AS l WHERE l.tenant_id = n.tenant_id AND l.credit_note_id = n.id
      HAVING sum(l.net_amount) = n.net_amount AND sum(l.tax_amount) = n.tax_amount);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_credit_notes_sums', TABLE = 'credit_notes',
      MESSAGE = 'The amounts of a credit note are the sums of its lines';
  END IF;
  PERFORM set_config('dotmac.tenant_id', named, true);
  RETURN NULL;
END
$function$;
COMMENT ON FUNCTION check_credit_note_sums_at_commit() IS 'At commit: refuses a note whose lines come to something else than it says.';
REVOKE EXECUTE ON FUNCTION check_credit_note_sums_at_commit() FROM PUBLIC;

CREATE CONSTRAINT TRIGGER check_sums AFTER INSERT ON credit_note_lines
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_credit_note_sums_at_commit();
CREATE CONSTRAINT TRIGGER check_sums AFTER INSERT ON credit_notes
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_credit_note_sums_at_commit();

ALTER TABLE credit_note_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_note_lines FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON credit_note_lines
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON credit_note_lines TO dotmac_app;
GRANT SELECT ON credit_note_lines TO dotmac_readonly;

/* liquibase rollback
DROP TRIGGER check_sums ON credit_notes;
DROP TABLE credit_note_lines;
DROP FUNCTION check_credit_note_sums_at_commit();
*/
