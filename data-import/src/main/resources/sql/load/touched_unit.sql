-- Units whose occupancy may follow from what this change wrote.
-- in: change id, eight times
-- out: rows added to temp table touched_unit (unit_id)
-- plan: scan
INSERT INTO touched_unit (unit_id)
SELECT id FROM register.unit WHERE opened_by = ? OR closed_by = ?
UNION SELECT unit_id FROM register.residence WHERE opened_by = ? OR closed_by = ?
UNION SELECT unit_id FROM register.organisation WHERE (opened_by = ? OR closed_by = ?) AND unit_id IS NOT NULL
UNION SELECT unit_id FROM register.evidence WHERE opened_by = ? OR closed_by = ?
