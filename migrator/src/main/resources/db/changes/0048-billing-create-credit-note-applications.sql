--liquibase formatted sql
-- Why: what a credit note was used for, invoice by invoice. A step is undone by saying when, never by removing it.
-- Phase: expand
-- Rollback: lossy. Drops what credit notes were used for; the amounts of notes and invoices stay.
--changeset dotmac:0048-billing-create-credit-note-applications labels:expand splitStatements:false stripComments:false
CREATE TABLE credit_note_applications (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  credit_note_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  currency char(3) NOT NULL,
  amount bigint NOT NULL,
  applied_at timestamptz NOT NULL,
  undone_at timestamptz,
  CONSTRAINT pk_credit_note_applications PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_credit_note_applications_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_credit_note_applications_credit_note FOREIGN KEY (tenant_id, credit_note_id) REFERENCES credit_notes (tenant_id, id),
  CONSTRAINT fk_credit_note_applications_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id),
  CONSTRAINT ck_credit_note_applications_amount CHECK (amount > 0),
  CONSTRAINT ck_credit_note_applications_undone_at CHECK (undone_at >= applied_at)
);

CREATE INDEX ix_credit_note_applications_credit_note ON credit_note_applications (tenant_id, credit_note_id, id);
CREATE INDEX ix_credit_note_applications_invoice ON credit_note_applications (tenant_id, invoice_id, id);

COMMENT ON TABLE credit_note_applications IS 'What credit notes were used for.';
COMMENT ON COLUMN credit_note_applications.currency IS 'That of the note and of the invoice, which have the same customer, too.';
COMMENT ON COLUMN credit_note_applications.undone_at IS 'When the note or the invoice became void; NULL: it counts.';

ALTER TABLE credit_note_applications ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_note_applications FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON credit_note_applications
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON credit_note_applications TO dotmac_app;
GRANT UPDATE (undone_at) ON credit_note_applications TO dotmac_app;
GRANT SELECT ON credit_note_applications TO dotmac_readonly;

--rollback DROP TABLE credit_note_applications;
