package dev.lotline.gs1;

import org.jspecify.annotations.Nullable;

/**
 * One thing found wrong or noteworthy in a scan.
 *
 * @param ai the application identifier it belongs to; null if none
 * @param offset index of the first offending character, counted from behind the AIM id; null if there is no such place
 * @param text what was found, in English; the operator's sentence is made from {@code code}
 */
public record ScanIssue(
        Code code,
        Severity severity,
        @Nullable String ai,
        @Nullable Integer offset,
        String text) {

    /** REJECT never books anything, WARN is usable but told to the operator, INFO is for diagnosis. */
    public enum Severity {
        REJECT,
        WARN,
        INFO
    }

    /** Stable codes with the severity they have unless an operation raises it. */
    public enum Code {
        EMPTY(Severity.REJECT),
        TOO_LONG(Severity.REJECT),
        CONTROL_CHARACTER(Severity.REJECT),
        AIM_UNKNOWN(Severity.REJECT),
        KEYBOARD_LAYOUT(Severity.REJECT),
        NUMBER_MANGLED(Severity.REJECT),
        SYMBOLOGY_NOT_ALLOWED(Severity.REJECT),
        UNKNOWN_AI(Severity.REJECT),
        EMPTY_VALUE(Severity.REJECT),
        BAD_LENGTH(Severity.REJECT),
        BAD_CHARACTER(Severity.REJECT),
        BAD_CHECK_DIGIT(Severity.REJECT),
        BAD_DATE(Severity.REJECT),
        BAD_TIME(Severity.REJECT),
        BAD_FORMAT(Severity.REJECT),
        REPEAT_CONFLICT(Severity.REJECT),
        BRACKET_SYNTAX(Severity.REJECT),
        DL_ORDER(Severity.REJECT),
        DL_QUALIFIER_IN_QUERY(Severity.REJECT),
        DL_NOT_ALLOWED(Severity.REJECT),
        DL_PERCENT(Severity.REJECT),
        HIBC_CHECK(Severity.REJECT),
        HIBC_FORMAT(Severity.REJECT),
        ISO15434_FORMAT(Severity.REJECT),
        OWN_BAD_CHECK(Severity.REJECT),
        PAIR_MISSING(Severity.WARN),
        PAIR_EXCLUDED(Severity.WARN),
        ZERO_COUNT(Severity.WARN),
        UNLISTED_CODE(Severity.WARN),
        DATE_CONFLICT(Severity.WARN),
        DL_ZERO_SUPPRESSED(Severity.WARN),
        HRI_AMBIGUOUS(Severity.WARN),
        CASE_SWAPPED(Severity.WARN),
        PAYLOAD_DOUBLED(Severity.WARN),
        SUSPECT_MISSING_GS(Severity.WARN),
        NOT_A_TRADE_ITEM(Severity.WARN),
        NOT_GS1_SYMBOL(Severity.WARN),
        AIM_ABSENT(Severity.INFO),
        AIM_REPEATED(Severity.INFO),
        GS_ALIAS(Severity.INFO),
        GS_EXTRA(Severity.INFO),
        REPEAT_SAME(Severity.INFO),
        DAY_ZERO(Severity.INFO),
        ADD_ON_IGNORED(Severity.INFO),
        RESTRICTED_NUMBER(Severity.INFO),
        BYTES_DIFFER(Severity.INFO);

        private final Severity severity;

        Code(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }
    }

    /** An issue of the whole scan. */
    public static ScanIssue of(Code code, String text) {
        return new ScanIssue(code, code.severity, null, null, text);
    }

    /** An issue at one place of the scan that belongs to no application identifier. */
    public static ScanIssue at(Code code, int offset, String text) {
        return new ScanIssue(code, code.severity, null, offset, text);
    }

    /** An issue of one application identifier. */
    public static ScanIssue of(Code code, String ai, @Nullable Integer offset, String text) {
        return new ScanIssue(code, code.severity, ai, offset, text);
    }

    /** True if this alone makes the scan unusable. */
    public boolean rejects() {
        return severity == Severity.REJECT;
    }
}
