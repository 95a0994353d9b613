-- Buildings of which this change wrote a version.
-- in: change id
-- out: rows added to temp table moved_building (id)
-- plan: scan
INSERT INTO moved_building (id) SELECT id FROM register.building WHERE opened_by = ?
