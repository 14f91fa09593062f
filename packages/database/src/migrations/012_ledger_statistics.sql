-- A file of millions of lines changes what the planner should know about its partition before autovacuum looks at it:
-- whoever loads it may ANALYZE (never read) the partition.
DO $$
BEGIN
  FOR i IN 0..15 LOOP
    EXECUTE format('GRANT MAINTAIN ON shelfcast.%I, shelfcast.%I TO shelfcast_app', 'sale_pool_' || i, 'driver_pool_' || i);
  END LOOP;
END $$;
GRANT MAINTAIN ON shelfcast.series, shelfcast.product TO shelfcast_app;
