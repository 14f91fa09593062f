-- Holds no rows, only locks. Promoting a tenant moves its rows into another partition. A transaction with a snapshot from
-- before the move would look for them in the new partition and not see them; so every such transaction takes this
-- table's ACCESS SHARE lock before its snapshot, and the move its ACCESS EXCLUSIVE lock.
CREATE TABLE shelfcast.partition_lock ();
ALTER TABLE shelfcast.partition_lock ENABLE ROW LEVEL SECURITY;
ALTER TABLE shelfcast.partition_lock FORCE ROW LEVEL SECURITY;
GRANT SELECT ON shelfcast.partition_lock TO shelfcast_app;
