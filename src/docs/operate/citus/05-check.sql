-- What is where; every distributed table must have the same colocation_id.
SELECT citus_table_type, count(*), count(DISTINCT colocation_id) AS groups, pg_size_pretty(sum(citus_total_relation_size(table_name)))
FROM citus_tables GROUP BY citus_table_type;
-- a large warehouse gets a machine of its own
-- SELECT isolate_tenant_to_new_shard('location', 1234, 'CASCADE');
-- SELECT citus_rebalance_start();
