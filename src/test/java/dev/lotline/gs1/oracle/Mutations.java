package dev.lotline.gs1.oracle;

import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.RandomElements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sets of elements, half of them with something broken; most have the keys that their AIs need. */
final class Mutations {

    private static final String ODD = "0123456789AZaz-/%+ #^~.";
    private static final List<List<String>> COMPANY = List.of(
            List.of("01"),
            List.of("01", "10"),
            List.of("01", "21"),
            List.of("00"),
            List.of("00", "02", "37"),
            List.of("8006"),
            List.of("415", "8020"),
            List.of("414"),
            List.of("255"),
            List.of("8018"),
            List.of("8018", "7259"),
            List.of("8010"),
            List.of("01", "422"),
            List.of("01", "3103"),
            List.of("01", "416"),
            List.of("01", "21", "8040"),
            List.of());

    private final Random random;
    private final RandomElements elements;

    Mutations(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.elements = new RandomElements(seed, today);
    }

    List<Element> next() {
        List<Element> set = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            set.addAll(elements.next());
        } else {
            for (String ai : COMPANY.get(random.nextInt(COMPANY.size()))) {
                set.add(new Element(ai, elements.value(ai)));
            }
            for (int more = random.nextInt(3); more >= 0; more--) {
                String ai = elements.anyAi();
                set.add(new Element(ai, elements.value(ai)));
            }
        }
        set.removeIf(element -> element.ai().equals("8110") || element.ai().equals("8112"));
        if (!set.isEmpty() && random.nextBoolean()) {
            int at = random.nextInt(set.size());
            Element element = set.get(at);
            set.set(at, new Element(ai(element.ai()), broken(element.value())));
        }
        if (!set.isEmpty() && random.nextInt(10) == 0) {
            Element again = set.get(random.nextInt(set.size()));
            set.add(random.nextBoolean() ? again : new Element(again.ai(), elements.value(knownOr01(again.ai()))));
        }
        return set;
    }

    /** Now and then one that doesn't exist. */
    private String ai(String ai) {
        return random.nextInt(20) == 0 ? "%02d".formatted(random.nextInt(100)) : ai;
    }

    private static String knownOr01(String ai) {
        return AiTable.builtIn().find(ai) == null ? "01" : ai;
    }

    private String broken(String value) {
        StringBuilder text = new StringBuilder(value);
        int at = random.nextInt(value.length());
        switch (random.nextInt(6)) {
            case 0 -> text.setCharAt(at, ODD.charAt(random.nextInt(ODD.length())));
            case 1 -> text.insert(at, ODD.charAt(random.nextInt(ODD.length())));
            case 2 -> text.deleteCharAt(at);
            case 3 -> text.append(value);
            case 4 -> text.setCharAt(at, (char) ('0' + random.nextInt(10)));
            default -> {
                int from = at / 2 * 2;
                if (from + 2 <= text.length()) {
                    text.replace(from, from + 2, "%02d".formatted(random.nextInt(100)));
                }
            }
        }
        return text.toString();
    }
}
