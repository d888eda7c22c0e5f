package dev.lotline.kernel;

/**
 * Every expected no, in order of precedence. The wording stands in {@code messages*.properties}; the number is the
 * HTTP status that says the same to a REST client.
 */
public enum RefusalCode {
    MALFORMED(400),
    VALIDATION_FAILED(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    OUT_OF_SCOPE(404),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    UNSUPPORTED_MEDIA_TYPE(415),
    TOO_LARGE(413),
    QUERY_TOO_LARGE(413),
    KEY_REUSED(409),
    DEVICE_SEQ_REUSED(409),
    REFERENCE_REUSED(409),
    UNKNOWN_OWNER(404),
    UNKNOWN_WAREHOUSE(404),
    UNKNOWN_DOCUMENT(404),
    UNKNOWN_TASK(404),
    UNKNOWN_ITEM(404),
    UNKNOWN_LOT(404),
    UNKNOWN_LOCATION(404),
    UNKNOWN_PLATE(404),
    UNKNOWN_BARCODE(404),
    AMBIGUOUS_BARCODE(422),
    BARCODE_UNREADABLE(422),
    DOCUMENT_CLOSED(409),
    ORDER_CLOSED(409),
    ALREADY_COUNTED(409),
    ALREADY_RESOLVED(409),
    SECOND_PERSON_REQUIRED(409),
    NOTHING_TO_POST(409),
    ITEM_INACTIVE(422),
    ITEM_NOT_TRACKED(422),
    ITEM_NOT_LOT_TRACKED(422),
    LOT_OR_EXPIRY_REQUIRED(422),
    LOT_SUM_MISMATCH(422),
    LOT_PATTERN_MISMATCH(422),
    RESTOCK_NOT_SUPPORTED_FOR_LOT_PRODUCT(422),
    POLICY_IN_USE(409),
    KIT_IN_KIT(422),
    LOT_ON_HOLD(422),
    LOT_EXPIRED(422),
    SHELF_LIFE_TOO_SHORT(422),
    TASK_ALREADY_PICKED(409),
    TASK_STOPPED(409),
    WRONG_LOCATION(422),
    STATE_NEEDS_DOCUMENT(422),
    WRONG_ITEM(422),
    WRONG_LOT(422),
    WRONG_TOTE(422),
    LOT_MISMATCH(422),
    OVERAGE_COUNTED(422),
    OVERAGE_UNEXPECTED(422),
    PLATE_IN_USE(409),
    WRONG_TEMPERATURE(422),
    LOT_MIX_FORBIDDEN(422),
    LOCATION_LOCKED(422),
    CAPACITY_EXCEEDED(422),
    MORE_THAN_TASK(422),
    NOT_ENOUGH_STOCK(422),
    MORE_THAN_SHIPPED(422),
    PICKED_UNITS(409),
    NOTHING_TO_RELEASE(409),
    TOTE_IN_USE(409),
    NOTHING_PICKED(409),
    NOT_FULLY_PICKED(409),
    KIT_INCOMPLETE(409),
    NOTHING_TO_UNDO(422),
    UNDO_TOO_LATE(409),
    SSCC_EXHAUSTED(409),
    CLOCK_NOT_ADJUSTABLE(403),
    OVERLOADED(503),
    UNAVAILABLE(503);

    private final int status;

    RefusalCode(int status) {
        this.status = status;
    }

    /** The HTTP status of this refusal. */
    public int status() {
        return status;
    }

    /** True when the same request may succeed a moment later without a change. */
    public boolean retryable() {
        return status == 503;
    }
}
