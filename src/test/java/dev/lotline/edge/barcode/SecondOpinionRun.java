package dev.lotline.edge.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.edge.barcode.picture.FoundSymbol;
import dev.lotline.edge.barcode.picture.PhotoReader;
import dev.lotline.edge.barcode.picture.PhotoReader.Expected;
import dev.lotline.gs1.AiRules;
import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.CheckDigit;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.RandomElements;
import dev.lotline.gs1.drawing.Picture;
import dev.lotline.gs1.drawing.SymbolKind;
import dev.lotline.gs1.oracle.Bwip;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What we draw is read by zbar and libdmtx, what zint and bwip-js draw is read by us, and what we draw by ourselves, all
 * with the same data behind. Only by the profile {@code oracle}.
 */
class SecondOpinionRun {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final AiTable TABLE = AiTable.builtIn();
    private static final String STEM = "https://id.gs1.org";
    private static final int OF_OTHERS = Integer.getInteger("oracle.pictures", 60);
    private static final int OF_OURS = Integer.getInteger("oracle.roundtrips", 5_000);
    private static final char GS = ElementString.GS;

    private final PhotoReader reader = new PhotoReader();
    private final RandomElements random = new RandomElements(11, TODAY);
    private final List<String> wrong = new ArrayList<>();
    private final Path folder = Path.of("target/oracle/pictures");

    @Test
    void ours_are_read_by_us() {
        for (SymbolKind kind : List.of(SymbolKind.GS1_128, SymbolKind.GS1_DATAMATRIX, SymbolKind.GS1_QR)) {
            int drawn = 0;
            for (int i = 0; i < OF_OURS; i++) {
                List<Element> elements = label(kind);
                byte[] png =
                        Picture.png(kind.draw(bracketed(elements), STEM, TODAY).withoutText(), 3);
                List<FoundSymbol> found = reader.read(png, Expected.ANY).symbols();
                expect(
                        kind.address(),
                        symbolText(elements),
                        found.size() == 1 ? found.get(0).data() : found.toString());
                drawn++;
            }
            System.out.println(kind.address() + ": " + drawn + " drawn and read back");
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void ours_are_read_by_zbar_and_dmtx() throws Exception {
        Files.createDirectories(folder);
        Path png = folder.resolve("ours.png");
        for (int i = 0; i < OF_OTHERS; i++) {
            List<Element> label = label(SymbolKind.GS1_128);
            draw(SymbolKind.GS1_128, bracketed(label), png);
            // zbar gives GS1-128 without its leading FNC1
            expect(
                    "zbar gs1-128",
                    symbolText(label),
                    run("zbarimg", "-q", "--nodbus", "--raw", "-Sdisable", "-Scode128.enable", png.toString()));
            List<Element> large = label(SymbolKind.GS1_DATAMATRIX);
            draw(SymbolKind.GS1_DATAMATRIX, bracketed(large), png);
            expect(
                    "dmtx",
                    GS + symbolText(large),
                    run("dmtxread", "-n", "-G126", "-N1", png.toString()).replace('~', GS));
            String gtin = large.get(0).value();
            String ean = gtin.substring(1, 13) + CheckDigit.of(gtin.substring(1, 13));
            draw(SymbolKind.EAN_13, ean, png);
            expect("zbar ean-13", ean, run("zbarimg", "-q", "--nodbus", "--raw", png.toString()));
            draw(SymbolKind.ITF_14, gtin, png);
            expect(
                    "zbar itf-14",
                    gtin,
                    run("zbarimg", "-q", "--nodbus", "--raw", "-Sdisable", "-Si25.enable", png.toString()));
            String link = "https://example.com/01/" + gtin;
            draw(SymbolKind.LINK_QR, link, png);
            expect(
                    "zbar link-qr",
                    link,
                    run("zbarimg", "-q", "--nodbus", "--raw", "-Sdisable", "-Sqrcode.enable", png.toString()));
        }
        System.out.println("5 × " + OF_OTHERS + " of ours read by zbar and libdmtx");
        assertEquals(List.of(), wrong);
    }

    @Test
    void those_of_zint_and_bwip_are_read_by_us() throws Exception {
        Files.createDirectories(folder);
        Path png = folder.resolve("theirs.png");
        Map<String, SymbolKind> zint =
                Map.of("16", SymbolKind.GS1_128, "71", SymbolKind.GS1_DATAMATRIX, "58", SymbolKind.GS1_QR);
        Map<String, SymbolKind> bwip = Map.of(
                "gs1-128",
                SymbolKind.GS1_128,
                "gs1datamatrix",
                SymbolKind.GS1_DATAMATRIX,
                "gs1qrcode",
                SymbolKind.GS1_QR);
        try (Bwip encoder = new Bwip()) {
            for (int i = 0; i < OF_OTHERS; i++) {
                for (Map.Entry<String, SymbolKind> symbol : zint.entrySet()) {
                    List<Element> label = label(symbol.getValue());
                    String square = bracketed(label).replace('(', '[').replace(')', ']');
                    run(
                            "zint",
                            "-b",
                            symbol.getKey(),
                            "--gs1",
                            "--notext",
                            "--scale=2",
                            "--quietzones",
                            "-o",
                            png.toString(),
                            "-d",
                            square);
                    read("zint " + symbol.getValue().address(), symbolText(label), png);
                }
                for (Map.Entry<String, SymbolKind> symbol : bwip.entrySet()) {
                    List<Element> label = label(symbol.getValue());
                    if (symbol.getValue() == SymbolKind.GS1_QR
                            && symbolText(label).contains("%")) {
                        // listed: bwip-js doubles a per cent sign in byte mode, where ISO/IEC 18004 has it once
                        continue;
                    }
                    encoder.ask(symbol.getKey(), bracketed(label), Map.of("png", png.toString()));
                    expect("bwip draws", "ok", encoder.answer());
                    read("bwip " + symbol.getValue().address(), symbolText(label), png);
                }
            }
        }
        System.out.println("6 × " + OF_OTHERS + " of zint and bwip-js read");
        assertEquals(List.of(), wrong);
    }

    private void read(String what, String expected, Path png) throws IOException {
        List<FoundSymbol> found =
                reader.read(Files.readAllBytes(png), Expected.ANY).symbols();
        expect(what, expected, found.size() == 1 ? found.get(0).data() : found.toString());
    }

    private void expect(String what, String expected, String found) {
        if (!expected.equals(found)) {
            wrong.add(what + ": " + expected + " was read as " + found);
        }
    }

    private static void draw(SymbolKind kind, String data, Path png) throws IOException {
        Files.write(png, Picture.png(kind.draw(data, STEM, TODAY).withoutText(), 3));
    }

    /** A sound label of a trade item that the symbol can hold, without brackets in it: other encoders have no escape. */
    private List<Element> label(SymbolKind kind) {
        int most = kind == SymbolKind.GS1_128 ? 44 : 120;
        while (true) {
            List<Element> elements = new ArrayList<>();
            elements.add(new Element("01", random.value("01")));
            for (String ai : List.of("10", "17", "21", "3103", "98", "91")) {
                if (random.anyAi().hashCode() % 2 == 0) {
                    elements.add(new Element(ai, random.value(ai)));
                }
            }
            String text = symbolText(elements);
            boolean plain = elements.stream().noneMatch(e -> e.value().matches(".*[()\\[\\]].*"));
            if (text.length() <= most && plain && AiRules.check(elements, TABLE).isEmpty()) {
                return elements;
            }
        }
    }

    private String symbolText(List<Element> elements) {
        return random.text(elements);
    }

    private static String bracketed(List<Element> elements) {
        return elements.stream().map(e -> "(" + e.ai() + ")" + e.value()).collect(Collectors.joining());
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.ISO_8859_1);
            process.waitFor();
            return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        }
    }
}
