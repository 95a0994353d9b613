-- purpose: lets this transaction run on: a city is written in minutes, requests are cut off after seconds
-- in: nothing
-- out: nothing
-- plan: point
SET LOCAL statement_timeout = 0
