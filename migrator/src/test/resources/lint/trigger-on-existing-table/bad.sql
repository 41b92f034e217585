--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
CREATE TRIGGER tr_items BEFORE UPDATE ON items -- here
  FOR EACH ROW EXECUTE FUNCTION touch();

--rollback SELECT 1;
