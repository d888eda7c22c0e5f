package dev.lotline.model;

/** The states of stock. */
enum State {
    RECEIVED,
    STOWED,
    AVAILABLE,
    PICKED,
    QUARANTINED,
    SHORT_DATED,
    DAMAGED
}
