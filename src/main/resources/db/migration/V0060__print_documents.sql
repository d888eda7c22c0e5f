-- What labels are for, so that those of a cancelled document wait no longer; and the printer that a device has named.
ALTER TABLE print_job ADD COLUMN receiving_order_id bigint, ADD COLUMN order_id bigint;
CREATE INDEX print_job_receiving_order ON print_job (receiving_order_id) WHERE state IN ('QUEUED', 'HELD');
CREATE INDEX print_job_order ON print_job (order_id) WHERE state IN ('QUEUED', 'HELD');
COMMENT ON COLUMN print_job.receiving_order_id IS 'the receiving order that its goods came with, NULL = none';
COMMENT ON COLUMN print_job.order_id IS 'the order that it is for, NULL = none';

ALTER TABLE device ADD COLUMN printer_id bigint REFERENCES printer;
COMMENT ON COLUMN device.printer_id IS 'named by scanning its label; before any rule, until another one is';
