-- purpose: a mark that differs after every change of the register: how many changes there are
-- in: nothing
-- out: stamp text
-- plan: point
-- Numbers of the feed have no gaps; those not numbered yet are few and have an index of their own.
SELECT (coalesce((SELECT max(seq) FROM change), 0)
        + (SELECT count(*) FROM change WHERE seq IS NULL))::text AS stamp
