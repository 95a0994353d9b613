-- One text the matcher was asked about.
-- in: matched; its columns
-- out: -
-- plan: point
INSERT INTO matched (n, address, grade, several, held, why, unread, candidates, lon, lat)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
