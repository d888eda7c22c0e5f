package dev.lotline.gs1;

import dev.lotline.gs1.ScanIssue.Code;
import dev.lotline.gs1.check.CheckPair;
import dev.lotline.gs1.check.CodeList;
import dev.lotline.gs1.check.Grammar;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The checks a table row may name behind a component, {@code N14:mod10:gcp2}; a component's characters are right already. */
enum ValueCheck {
    /** Modulo-10 check digit at the end. */
    MOD10(Code.BAD_CHECK_DIGIT, CheckDigit::isRight),
    /** Two check characters at the end. */
    PAIR(Code.BAD_CHECK_DIGIT, CheckPair::isRight),
    /** A company prefix begins at the first character. */
    GCP1(Code.BAD_FORMAT, part -> prefixAt(0, part)),
    /** A company prefix begins at the second character, behind an indicator or extension digit. */
    GCP2(Code.BAD_FORMAT, part -> prefixAt(1, part)),
    /** YYMMDD where day 00 is allowed. */
    DATE0(Code.BAD_DATE, (part, today) -> Gs1Date.isDate(part, true, today)),
    /** YYMMDD, a day of the calendar. */
    DATE(Code.BAD_DATE, (part, today) -> Gs1Date.isDate(part, false, today)),
    /** YYYYMMDD. */
    DATE8(Code.BAD_DATE, (part, today) -> Gs1Date.parseLong(part) != null),
    /** HHMM. */
    TIME(Code.BAD_TIME, Grammar::isTime),
    HH(Code.BAD_TIME, part -> Grammar.upTo(part, 23)),
    MI(Code.BAD_TIME, part -> Grammar.upTo(part, 59)),
    SS(Code.BAD_TIME, part -> Grammar.upTo(part, 59)),
    ZERO(Code.BAD_FORMAT, "0"::equals),
    NONZERO(Code.BAD_FORMAT, part -> !Grammar.isAllZero(part)),
    /** No leading zero. */
    NOLEAD0(Code.BAD_FORMAT, part -> part.charAt(0) != '0'),
    YESNO(Code.BAD_FORMAT, part -> "01".contains(part)),
    WINDING(Code.BAD_FORMAT, part -> "019".contains(part)),
    HYPHEN(Code.BAD_FORMAT, "-"::equals),
    PIECE(Code.BAD_FORMAT, Grammar::isPieceOfTotal),
    /** ISO/IEC 5218. */
    SEX(Code.BAD_FORMAT, part -> "0129".contains(part)),
    SEQ(Code.BAD_FORMAT, Grammar::isSequence),
    NONDIGIT(Code.BAD_FORMAT, Grammar::hasNonDigit),
    PERCENT(Code.BAD_FORMAT, Grammar::isPercentEncoded),
    IMPORTER(Code.BAD_FORMAT, Grammar::isImporter),
    /** Padding of base64url. */
    BASE64(Code.BAD_FORMAT, Grammar::isBase64Url),
    COUNTRY(Code.UNLISTED_CODE, CodeList.COUNTRY::has),
    /** 999 = several countries. */
    COUNTRY999(Code.UNLISTED_CODE, part -> part.equals("999") || CodeList.COUNTRY.has(part)),
    COUNTRY2(Code.UNLISTED_CODE, CodeList.COUNTRY2::has),
    CURRENCY(Code.UNLISTED_CODE, CodeList.CURRENCY::has),
    PACKAGE(Code.UNLISTED_CODE, CodeList.PACKAGE::has),
    MEDIA(Code.UNLISTED_CODE, Grammar::isMedia),
    IBAN(Code.UNLISTED_CODE, Grammar::isIban),
    /** Latitude plus 90 degrees, times ten million. */
    LAT(Code.UNLISTED_CODE, part -> Long.parseLong(part) <= 1_800_000_000L),
    /** Longitude plus 180 degrees, times ten million. */
    LON(Code.UNLISTED_CODE, part -> Long.parseLong(part) <= 3_600_000_000L);

    private static final int SHORTEST_PREFIX = 4;

    private final Code broken;

    // all of them are functions without state
    @SuppressWarnings("ImmutableEnumChecker")
    private final BiPredicate<String, LocalDate> rule;

    ValueCheck(Code broken, Predicate<String> rule) {
        this(broken, (part, today) -> rule.test(part));
    }

    ValueCheck(Code broken, BiPredicate<String, LocalDate> rule) {
        this.broken = broken;
        this.rule = rule;
    }

    /** @param today decides the century of dates */
    boolean holds(String part, LocalDate today) {
        return rule.test(part, today);
    }

    /** A wrong code of a list of others warns; everything else rejects. */
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
