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
        List<String> explain) {}
