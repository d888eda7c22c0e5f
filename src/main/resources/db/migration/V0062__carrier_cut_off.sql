-- When the carriers' cars leave, by the clock of the house: what is due and not picked by then waits for the next day.
ALTER TABLE warehouse ADD carrier_cut_off time;
