-- I01 movement shape
-- when: every committed snapshot · severity: critical
-- A movement has a quantity, two different sides, states exactly where its sides are inside the house, one warehouse,
-- and is of a kind that may go from that state to that state. An UNDO goes back along any of them.
WITH kind (name, from_state, to_state, stays) AS (VALUES
  ('RECEIVE', NULL, 'RECEIVED', false),
  ('STOW', 'RECEIVED', 'STOWED', false),
  ('STOW', 'RECEIVED', 'AVAILABLE', false),
  ('STOW', 'RECEIVED', 'QUARANTINED', false),
  ('STOW', 'RECEIVED', 'SHORT_DATED', false),
  ('COMMIT', 'STOWED', 'AVAILABLE', true),
  ('COMMIT', 'STOWED', 'QUARANTINED', true),
  ('COMMIT', 'STOWED', 'SHORT_DATED', true),
  ('PICK', 'AVAILABLE', 'PICKED', false),
  ('UNPICK', 'PICKED', 'AVAILABLE', false),
  ('UNPICK', 'PICKED', 'QUARANTINED', false),
  ('UNPICK', 'PICKED', 'SHORT_DATED', false),
  ('SHORT', 'AVAILABLE', 'QUARANTINED', true),
  ('SHIP', 'PICKED', NULL, false),
  ('HOLD', 'AVAILABLE', 'QUARANTINED', true),
  ('HOLD', 'SHORT_DATED', 'QUARANTINED', true),
  ('UNHOLD', 'QUARANTINED', 'AVAILABLE', true),
  ('UNHOLD', 'QUARANTINED', 'SHORT_DATED', true),
  ('DISPOSE_HELD', 'QUARANTINED', NULL, false),
  ('RETURN_HELD', 'QUARANTINED', NULL, false),
  ('SWEEP', 'AVAILABLE', 'SHORT_DATED', true),
  ('SWEEP', 'SHORT_DATED', 'AVAILABLE', true),
  ('ASSIGN_LOT', 'AVAILABLE', NULL, false),
  ('ASSIGN_LOT', 'QUARANTINED', NULL, false),
  ('ASSIGN_LOT', 'DAMAGED', NULL, false),
  ('ASSIGN_LOT', NULL, 'AVAILABLE', false),
  ('ASSIGN_LOT', NULL, 'SHORT_DATED', false),
  ('ASSIGN_LOT', NULL, 'QUARANTINED', false),
  ('ASSIGN_LOT', NULL, 'DAMAGED', false),
  ('DAMAGE', 'AVAILABLE', 'DAMAGED', true),
  ('DAMAGE', 'SHORT_DATED', 'DAMAGED', true),
  ('DAMAGE', 'QUARANTINED', 'DAMAGED', true),
  ('COUNT', 'QUARANTINED', 'AVAILABLE', true),
  ('COUNT', 'QUARANTINED', 'SHORT_DATED', true)
  UNION ALL
  -- what no document explains: in as good or held, out of any state but a tote's
  SELECT k.name, NULL, s.state, false FROM (VALUES ('ADJUST'), ('COUNT'), ('RETURN')) k (name),
    (VALUES ('AVAILABLE'), ('QUARANTINED'), ('SHORT_DATED'), ('DAMAGED')) s (state)
  UNION ALL
  SELECT k.name, s.state, NULL, false FROM (VALUES ('ADJUST'), ('COUNT'), ('DISPOSE')) k (name),
    (VALUES ('AVAILABLE'), ('QUARANTINED'), ('SHORT_DATED'), ('DAMAGED'), ('RECEIVED'), ('STOWED')) s (state)
), way AS (
  -- both ways along, by keys that compare equal where both are outside
  SELECT name, coalesce(from_state, '-') AS from_state, coalesce(to_state, '-') AS to_state, bool_and(stays) AS stays
  FROM kind GROUP BY 1, 2, 3
  UNION ALL
  SELECT DISTINCT 'UNDO', coalesce(to_state, '-'), coalesce(from_state, '-'), false FROM kind
  WHERE from_state IS DISTINCT FROM to_state
), sided AS (
  SELECT m.id, m.kind, m.quantity, m.from_location, m.from_state, m.to_location, m.to_state, m.recorded_at,
    coalesce(w.name IS NOT NULL AND (NOT w.stays OR m.from_location = m.to_location)
      OR m.kind IN ('MOVE', 'UNDO') AND m.from_state = m.to_state, false) AS may,
    f.id IS NULL OR d.id IS NULL AS elsewhere,
    f.type IN ('SUPPLIER', 'CUSTOMER', 'ADJUSTMENT', 'DISPOSAL') AS from_virtual,
    d.type IN ('SUPPLIER', 'CUSTOMER', 'ADJUSTMENT', 'DISPOSAL') AS to_virtual
  FROM movement m
  LEFT JOIN location f ON f.warehouse_id = m.warehouse_id AND f.id = m.from_location
  LEFT JOIN location d ON d.warehouse_id = m.warehouse_id AND d.id = m.to_location
  LEFT JOIN way w ON w.name = m.kind AND w.from_state = coalesce(m.from_state, '-')
    AND w.to_state = coalesce(m.to_state, '-')
)
SELECT 'movement ' || id AS subject,
  CASE WHEN quantity <= 0 THEN 'a quantity' WHEN elsewhere THEN 'two places of its warehouse'
    WHEN from_location = to_location AND from_state IS NOT DISTINCT FROM to_state THEN 'two different sides'
    WHEN from_virtual = (from_state IS NOT NULL) OR to_virtual = (to_state IS NOT NULL)
      THEN 'a state inside the house only'
    WHEN from_virtual AND to_virtual THEN 'one side inside the house'
    ELSE 'a way that its kind may go' END AS expected,
  kind || ' ' || quantity || ' ' || coalesce(from_state, 'outside') || '@' || from_location || ' to '
    || coalesce(to_state, 'outside') || '@' || to_location AS found,
  recorded_at AS since
FROM sided m
WHERE quantity <= 0 OR elsewhere
  OR from_location = to_location AND from_state IS NOT DISTINCT FROM to_state
  OR from_virtual = (from_state IS NOT NULL) OR to_virtual = (to_state IS NOT NULL)
  OR from_virtual AND to_virtual
  OR NOT may
