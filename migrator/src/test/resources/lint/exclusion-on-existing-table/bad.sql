--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
ALTER TABLE items
  ADD CONSTRAINT ex_items_room_period EXCLUDE USING gist (room_id WITH =, period WITH &&); -- here

--rollback SELECT 1;
