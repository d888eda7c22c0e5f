package dev.lotline.gs1.scan;

import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.ScanIssue;
import java.util.List;

/**
 * What a scan was read as.
 *
 * @param canonical AIM id and text in the one form that is stored and replayed
 * @param ais elements in the order of the barcode; empty unless the carrier has any, and always with REJECT
 * @param issues everything noted, whatever its severity
 * @param meaning {@link ScanMeaning#NONE} with REJECT
 * @param explain one English sentence per step, written when first read
 */
public record Reading(
        Outcome outcome,
        Carrier carrier,
        String canonical,
        List<Element> ais,
        List<ScanIssue> issues,
        ScanMeaning meaning,
        List<String> explain) {

    /** The same with other things noted. */
    Reading with(Outcome other, List<ScanIssue> noted) {
        List<ScanIssue> kept = List.copyOf(noted);
        List<String> explained = explain instanceof Explanation lines ? lines.noting(kept) : explain;
        return new Reading(other, carrier, canonical, ais, kept, meaning, explained);
    }

    /** The same as another carrier and text. */
    Reading with(Carrier other, String text) {
        return new Reading(outcome, other, text, ais, issues, meaning, explain);
    }
}
