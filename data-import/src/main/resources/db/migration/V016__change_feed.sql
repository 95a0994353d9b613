-- Reading what a change wrote, a page at a time: a first import opens a million rows.

CREATE PROCEDURE register.index_changes(kind text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('DROP INDEX register.%I', kind || '_opened_by_ix');
  EXECUTE format('DROP INDEX register.%I', kind || '_closed_by_ix');
  EXECUTE format('CREATE INDEX %I ON register.%I (opened_by, version)', kind || '_opened_by_ix', kind);
  EXECUTE format('CREATE INDEX %I ON register.%I (closed_by, version) WHERE closed_by IS NOT NULL', kind || '_closed_by_ix', kind);
END $$;
COMMENT ON PROCEDURE register.index_changes(text) IS
  'Gives a table made by make_fact the indexes the change feed pages by; call it after make_fact.';

DO $$
DECLARE
  kind text;
BEGIN
  FOR kind IN SELECT c.relname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
              WHERE k.contype = 'x' AND k.conname = c.relname || '_one_belief' AND c.relnamespace = 'register'::regnamespace
              ORDER BY c.relname
  LOOP
    CALL register.index_changes(kind);
  END LOOP;
END $$;
CREATE INDEX unit_entrance_ix ON register.unit (entrance_id) WHERE upper_inf(recorded);
CREATE INDEX tenancy_landlord_ix ON register.tenancy (landlord_id) WHERE upper_inf(recorded);
CREATE INDEX tenancy_tenant_ix ON register.tenancy (tenant_id) WHERE upper_inf(recorded);
