package dev.lotline.kernel;

/** What one may be allowed to do; every endpoint names one with {@link Needs}. */
public enum Capability {
    RESOLVE,
    SCAN,
    STOCK_READ,
    TRACE,
    CATALOG_READ,
    CATALOG_WRITE,
    LOT_CORRECT,
    INBOUND_READ,
    INBOUND_WRITE,
    EXCEPTION,
    ORDER_READ,
    ORDER_WRITE,
    RELEASE_WORK,
    HOLD_LOT,
    HOLD_PLACE,
    RELEASE_LOT,
    RELEASE_PLACE,
    DISPOSE,
    AUDIT_READ,
    DAMAGE,
    ADJUST,
    ADJUST_APPROVE,
    LEDGER_CHECK,
    DEVICE_ADMIN,
    PRINT,
    RELABEL,
    PRINTER_ADMIN,
    KEY_ADMIN,
    OPERATE
}
