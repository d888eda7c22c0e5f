-- What expires on which day. A page about a million lots adds up days and not lots; a scan writes none of this: what changed
-- since is counted by shelf_count, when somebody looks and once a minute.
CREATE TABLE shelf_day (
  warehouse_id bigint NOT NULL,
  owner_id bigint NOT NULL,
  -- minimum shelf life of the items, in days
  min_days integer NOT NULL,
  day date NOT NULL,
  available numeric NOT NULL CHECK (available >= 0),
  short_dated numeric NOT NULL CHECK (short_dated >= 0),
  -- lots of which something is AVAILABLE
  lots integer NOT NULL CHECK (lots >= 0),
  PRIMARY KEY (warehouse_id, owner_id, min_days, day)
);

-- How far an item is counted in shelf_day.
CREATE TABLE shelf_item (
  warehouse_id bigint NOT NULL,
  item_id bigint NOT NULL,
  min_days integer NOT NULL,
  lot_tracked boolean NOT NULL,
  -- what was written by transactions before this one is counted
  seen bigint NOT NULL,
  PRIMARY KEY (warehouse_id, item_id)
);

-- And what is counted of it, day by day. A table of its own: to look for what is due reads none of this.
CREATE TABLE shelf_item_days (
  warehouse_id bigint NOT NULL,
  item_id bigint NOT NULL,
  days date[] NOT NULL,
  available numeric[] NOT NULL,
  short_dated numeric[] NOT NULL,
  lots integer[] NOT NULL,
  PRIMARY KEY (warehouse_id, item_id)
);
