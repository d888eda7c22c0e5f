package dev.lotline.gs1;

import dev.lotline.gs1.ScanIssue.Code;
import java.time.LocalDate;
import java.util.Locale;

/** The checks a table row may name behind a component, {@code N14:mod10:gcp2}. */
enum ValueCheck {
    /** Modulo-10 check digit at the end. */
    MOD10(Code.BAD_CHECK_DIGIT) {
        @Override
        boolean holds(String part, LocalDate today) {
            return CheckDigit.isRight(part);
        }
    },
    /** A company prefix begins at the first character. */
    GCP1(Code.BAD_FORMAT) {
        @Override
        boolean holds(String part, LocalDate today) {
            return prefixAt(0, part);
        }
    },
    /** A company prefix begins at the second character, behind an indicator or extension digit. */
    GCP2(Code.BAD_FORMAT) {
        @Override
        boolean holds(String part, LocalDate today) {
            return prefixAt(1, part);
        }
    },
    /** YYMMDD where day 00 is allowed. */
    DATE0(Code.BAD_DATE) {
        @Override
        boolean holds(String part, LocalDate today) {
            return Gs1Date.parse(part, today) != null;
        }
    };

    private static final int SHORTEST_PREFIX = 4;

    private final Code broken;

    ValueCheck(Code broken) {
        this.broken = broken;
    }

    abstract boolean holds(String part, LocalDate today);

    Code broken() {
        return broken;
    }

    /** @throws IllegalArgumentException if there is no check of that name */
    static ValueCheck named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static boolean prefixAt(int start, String part) {
        int end = start + SHORTEST_PREFIX;
        return part.length() >= end && CheckDigit.isDigits(part, start, end);
    }
}
