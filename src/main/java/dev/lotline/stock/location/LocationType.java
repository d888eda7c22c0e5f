package dev.lotline.stock.location;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a place is for. The last four are outside the walls: one of each per warehouse, made with it. */
public enum LocationType {
    RECEIVING,
    STAGING,
    STORAGE,
    PICK_FACE,
    TOTE,
    PACKING,
    SHIPPING,
    QUARANTINE,
    DAMAGED,
    SUPPLIER,
    CUSTOMER,
    ADJUSTMENT,
    DISPOSAL;

    /** Places a person can stand in front of. */
    public static final Set<LocationType> REAL = Collections.unmodifiableSet(EnumSet.range(RECEIVING, DAMAGED));
}
