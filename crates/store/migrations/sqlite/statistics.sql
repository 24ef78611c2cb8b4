-- What the planner of queries is told about the data. The clinic leads every key, so an index looks no better than
-- reading everything until SQLite knows that all rows share their clinic; and a new database knows nothing yet. These
-- are the figures of a clinic of some size, the same for everybody, so that a query has one plan and not a lucky one.
ANALYZE;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 (tbl, idx, stat)
SELECT t.name, i.name, CASE (SELECT COUNT(*) FROM pragma_index_info(i.name))
    WHEN 1 THEN '100000 ' || CASE i."unique" WHEN 1 THEN '1' ELSE '20' END
    WHEN 2 THEN '100000 100000 ' || CASE i."unique" WHEN 1 THEN '1' ELSE '20' END
    WHEN 3 THEN '100000 100000 20 ' || CASE i."unique" WHEN 1 THEN '1' ELSE '5' END
    WHEN 4 THEN '100000 100000 20 10 ' || CASE i."unique" WHEN 1 THEN '1' ELSE '5' END
    ELSE '100000 100000 20 10 5 ' || CASE i."unique" WHEN 1 THEN '1' ELSE '2' END
  END
FROM sqlite_schema t JOIN pragma_index_list(t.name) i
WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT IN ('booking_claim', 'calendar_freed');
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('booking_claim', 'booking_claim', '500000 500000 1000 1000 1'),
  ('booking_claim', 'booking_claim_visit', '500000 500000 5'),
  ('booking_claim', 'booking_claim_time', '500000 500000 5'),
  ('calendar_freed', 'calendar_freed', '100000 100000 1000 1');
ANALYZE sqlite_schema;
