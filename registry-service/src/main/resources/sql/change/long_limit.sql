-- purpose: lets this transaction work out a large change, for a district in a minute or two; requests are cut off after seconds
-- in: nothing
-- out: nothing
-- plan: point
SET LOCAL statement_timeout = '15min'
