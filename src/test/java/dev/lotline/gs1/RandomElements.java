package dev.lotline.gs1;

import dev.lotline.gs1.ElementString.Element;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Seeded, legal element sets for property tests: any AIs of the table in any order. */
public final class RandomElements {

    private static final String SET_82 =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final List<String> AIS = List.of(
            "00", "01", "02", "10", "11", "13", "15", "16", "17", "20", "21", "30", "37", "3100", "3103", "3105",
            "3202", "90", "91", "95", "99");

    private final Random random;
    private final LocalDate today;

    public RandomElements(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.today = today;
    }

    public List<Element> next() {
        List<String> ais = new ArrayList<>(AIS);
        Collections.shuffle(ais, random);
        List<Element> elements = new ArrayList<>();
        for (String ai : ais.subList(0, 1 + random.nextInt(8))) {
            elements.add(new Element(ai, value(ai)));
        }
        return elements;
    }

    public String text(List<Element> elements) {
        ElementString.Builder builder = ElementString.builder(AiTable.builtIn(), today);
        elements.forEach(e -> builder.add(e.ai(), e.value()));
        return builder.text();
    }

    private String value(String ai) {
        return switch (ai) {
            case "00" -> key(17);
            case "01", "02" -> key(13);
            case "10", "21" -> text(20);
            case "11", "13", "15", "16", "17" ->
                "%02d%02d%02d".formatted(random.nextInt(100), 1 + random.nextInt(12), random.nextInt(29));
            case "20" -> digits(2);
            case "30", "37" -> digits(1 + random.nextInt(8));
            case "90" -> text(30);
            default -> ai.length() == 4 ? digits(6) : text(90);
        };
    }

    private String key(int length) {
        String body = digits(length);
        return body + CheckDigit.of(body);
    }

    private String digits(int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String text(int max) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(max);
        for (int i = 0; i < length; i++) {
            text.append(SET_82.charAt(random.nextInt(SET_82.length())));
        }
        return text.toString();
    }
}
