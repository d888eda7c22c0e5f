package dev.lotline.edge.printing.sheet;

import dev.lotline.edge.printing.layout.Dots;
import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.layout.Stock;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.printing.sheets.LabelSheets.Look;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a sheet is wanted.
 *
 * @param paper null = ZPL for a roll
 * @param resolution of the printer, dots an inch
 */
record SheetOrder(LabelKind kind, Stock stock, @Nullable Paper paper, int resolution, Locale language) {
    /** What a PDF is drawn for: an office printer makes of it what it can. */
    private static final int FINE = 600;

    private static final int USUAL = 203;

    /** Ends with NOT_FOUND for another format, VALIDATION_FAILED naming every field that is wrong. */
    static SheetOrder of(LabelKind kind, Look look) {
        boolean pdf = look.format().equals("pdf");
        if (!pdf && !look.format().equals("zpl")) {
            throw Refusal.of(RefusalCode.NOT_FOUND);
        }
        Stock stock = look.stock() == null ? kind.stocks().get(0) : kind.stock(look.stock());
        Paper paper = look.paper() == null ? Paper.A4 : Paper.named(look.paper());
        int dpi = look.dpi() == null ? USUAL : look.dpi();
        String language = look.language() == null ? "en" : look.language();
        new FieldCheck()
                .that(stock != null, "stock", "is no size of this kind of label")
                .that(paper != null, "paper", "must be A4 or LETTER")
                .that(Dots.RESOLUTIONS.contains(dpi), "dpi", "must be 203, 300 or 600")
                .that(language.equals("en") || language.equals("es"), "language", "must be en or es")
                .done();
        return new SheetOrder(
                kind,
                Objects.requireNonNull(stock),
                pdf ? paper : null,
                pdf ? FINE : dpi,
                Locale.forLanguageTag(language));
    }
}
