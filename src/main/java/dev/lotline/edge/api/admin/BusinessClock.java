package dev.lotline.edge.api.admin;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** What the house takes for now, and which day that is in each warehouse. */
record BusinessClock(OffsetDateTime now, List<Today> warehouses) {
    /** The business date of one warehouse, in its own time zone. */
    record Today(String warehouse, LocalDate businessDate) {}
}
