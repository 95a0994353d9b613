-- purpose: a new draft, of the account the connection works for
-- in: name text, document text (JSON), basedOn date, base text (JSON)
-- out: id
-- plan: point
INSERT INTO plan.grid_plan (name, document, based_on, base)
VALUES (CAST(:name AS text), CAST(CAST(:document AS text) AS jsonb), CAST(:basedOn AS date), CAST(CAST(:base AS text) AS jsonb))
RETURNING id
