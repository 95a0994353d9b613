-- How many plates of 2016 their text led to a building, and whether it is the one the plate lies in.
-- in: a CSV of id, lon, lat on standard input; the register after the three imports
-- out: lines of text
\ir compared.sql
\pset tuples_only on
\pset format unaligned
SELECT format('门牌在轮廓里      2016 年 %s 块：%s %% 在一个轮廓里，%s %% 在几个重叠的里；另 %s %% 在 5 米内，%s %% 在 30 米内',
              count(*), pg_temp.share(count(*) FILTER (WHERE cardinality(inside) = 1), count(*)), pg_temp.share(count(*) FILTER (WHERE cardinality(inside) > 1), count(*)),
              pg_temp.share(count(*) FILTER (WHERE cardinality(inside) = 0 AND nearest <= 5), count(*)),
              pg_temp.share(count(*) FILTER (WHERE cardinality(inside) = 0 AND nearest > 5 AND nearest <= 30), count(*)))
FROM compared;
SELECT format('按文本归到楼      %s 块，占全部的 %s %%；占位置在一个轮廓里的 %s %%', count(linked), pg_temp.share(count(linked), count(*)),
              pg_temp.share(count(linked) FILTER (WHERE cardinality(inside) = 1), count(*) FILTER (WHERE cardinality(inside) = 1)))
FROM compared;
SELECT format('与位置相比        %s 块两者都有：%s %% 是同一栋；不是的 %s 块，离所归的楼中位 %s 米，最远 %s 米',
              count(*), pg_temp.share(count(*) FILTER (WHERE linked = ANY (inside)), count(*)), count(*) FILTER (WHERE NOT linked = ANY (inside)),
              round((percentile_cont(0.5) WITHIN GROUP (ORDER BY metres) FILTER (WHERE NOT linked = ANY (inside)))::numeric, 1),
              round((max(metres) FILTER (WHERE NOT linked = ANY (inside)))::numeric, 1))
FROM compared WHERE linked IS NOT NULL AND cardinality(inside) > 0;
SELECT format('位置不在轮廓里    文本归到楼的 %s 块，离所归的楼最远 %s 米', count(*), coalesce(round(max(metres)::numeric, 1)::text, '-'))
FROM compared WHERE linked IS NOT NULL AND cardinality(inside) = 0;
