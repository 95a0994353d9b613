-- purpose: whether a person is there on a day, as far as the reader sees
-- in: id bigint, asOf date
-- out: present
-- plan: point
SELECT EXISTS (
  SELECT FROM person p WHERE p.id = CAST(:id AS bigint) AND upper_inf(p.recorded) AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)) AS present
