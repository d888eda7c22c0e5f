package dev.lotline.gs1.retail;

import dev.lotline.gs1.CheckDigit;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.ElementString.Parsed;
import dev.lotline.gs1.Gtin;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Code;
import java.util.ArrayList;
import java.util.List;

/** Reads EAN-13, EAN-8, UPC-A and ITF-14: one trade item number, given as AI 01 with 14 digits. */
public final class TradeItemNumber {

    private TradeItemNumber() {}

    /** Reads exactly {@code length} digits: 8, 12, 13 or 14. */
    public static Parsed of(String payload, int length) {
        return number(payload, length, new ArrayList<>());
    }

    /** An add-on whose item was not read. */
    public static Parsed addOnAlone(String payload) {
        return new Parsed(
                ElementString.EMPTY,
                List.of(
                        ScanIssue.of(Code.ADD_ON_IGNORED, payload),
                        ScanIssue.of(Code.EMPTY, "an add-on alone names no item")));
    }

    /** EAN-13 with two or five digits behind it. */
    public static Parsed withAddOn(String payload) {
        int addOn = payload.length() - 13;
        if (addOn != 2 && addOn != 5) {
            return rejected(ScanIssue.of(Code.BAD_LENGTH, payload.length() + " digits instead of 15 or 18"));
        }
        List<ScanIssue> issues = new ArrayList<>();
        issues.add(ScanIssue.at(Code.ADD_ON_IGNORED, 13, payload.substring(13)));
        return number(payload.substring(0, 13), 13, issues);
    }

    private static Parsed number(String digits, int length, List<ScanIssue> issues) {
        if (digits.length() != length) {
            return rejected(ScanIssue.of(Code.BAD_LENGTH, digits.length() + " digits instead of " + length));
        }
        for (int i = 0; i < length; i++) {
            if (!CheckDigit.isDigits(digits, i, i + 1)) {
                return rejected(ScanIssue.at(Code.BAD_CHARACTER, i, "no digit: " + digits.charAt(i)));
            }
        }
        Gtin gtin = Gtin.parse(digits);
        if (gtin == null) {
            return rejected(ScanIssue.at(Code.BAD_CHECK_DIGIT, length - 1, digits));
        }
        if (length < 14) {
            addRange(gtin.digits(), length, issues);
        }
        return new Parsed(new ElementString(List.of(new Element("01", gtin.digits()))), issues);
    }

    /** Number ranges with a meaning of their own (GS1 General Specifications 1.4). */
    private static void addRange(String gtin, int length, List<ScanIssue> issues) {
        if (length == 8) {
            char first = gtin.charAt(6);
            if (first == '0' || first == '2') {
                issues.add(ScanIssue.of(Code.RESTRICTED_NUMBER, "GTIN-8 of company-internal use"));
            }
            return;
        }
        int three = Integer.parseInt(gtin.substring(1, 4));
        if ((three >= 20 && three <= 29) || (three >= 200 && three <= 299)) {
            issues.add(ScanIssue.of(Code.RESTRICTED_NUMBER, "GTIN-13 of company-internal use"));
        } else if ((three >= 980 && three <= 984) || three >= 990 || (three >= 50 && three <= 59)) {
            issues.add(ScanIssue.of(Code.NOT_A_TRADE_ITEM, "a coupon or refund receipt"));
        }
    }

    private static Parsed rejected(ScanIssue issue) {
        return new Parsed(ElementString.EMPTY, List.of(issue));
    }
}
