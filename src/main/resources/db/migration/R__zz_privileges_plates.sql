-- Plates are written by the ledger's functions alone; cartons are announced with their receiving order. Number: 3.
GRANT SELECT ON plate, plate_content, receiving_carton, receiving_carton_content, sscc_range TO lotline_app, lotline_ledger;
GRANT INSERT, UPDATE, DELETE ON plate_content TO lotline_ledger;
GRANT INSERT, UPDATE ON plate, sscc_range TO lotline_ledger;
GRANT UPDATE ON receiving_carton TO lotline_ledger;
GRANT INSERT ON receiving_carton, receiving_carton_content, sscc_range TO lotline_app;
GRANT EXECUTE ON FUNCTION plate_serials(text, integer), plate_tree(bigint, text[]) TO lotline_app;
-- the least and most of pick faces are set by people, their tasks are made by the ledger
GRANT SELECT ON pick_face, replenishment TO lotline_app, lotline_ledger;
GRANT INSERT, UPDATE, DELETE ON pick_face TO lotline_app;
GRANT INSERT, UPDATE ON replenishment TO lotline_ledger;
