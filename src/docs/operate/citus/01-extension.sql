-- On the coordinator, as a superuser, in the database lotline; Citus 12 or newer on every machine, shared_preload_libraries
-- = 'citus'. NOT RUN IN THIS REPOSITORY'S TESTS: see ../scale.md.
CREATE EXTENSION IF NOT EXISTS citus;
-- the guards of history are triggers on each row, which look at that row alone
ALTER DATABASE lotline SET citus.enable_unsafe_triggers = on;
-- a transaction of one warehouse stays on one machine; anything else is committed in two phases
ALTER DATABASE lotline SET citus.multi_shard_modify_mode = 'sequential';
