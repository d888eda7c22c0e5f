package dev.lotline.gs1;

import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.check.CheckPair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Seeded, legal element sets for property tests: any AIs of the table in any order. */
public final class RandomElements {

    private static final String SET_82 =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final String SET_39 = "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String SET_64 = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final List<String> COMMON = List.of(
            "00", "01", "02", "10", "11", "13", "15", "16", "17", "20", "21", "30", "37", "3100", "3103", "3105",
            "3202", "90", "91", "95", "99");
    private static final List<String> ALL = all();

    private final Random random;
    private final LocalDate today;

    public RandomElements(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.today = today;
    }

    /** Of seven in ten sets every AI is a common one. */
    public List<Element> next() {
        List<String> ais = new ArrayList<>(random.nextInt(10) < 7 ? COMMON : ALL);
        Collections.shuffle(ais, random);
        List<Element> elements = new ArrayList<>();
        for (String ai : ais.subList(0, 1 + random.nextInt(8))) {
            elements.add(new Element(ai, value(ai)));
        }
        return elements;
    }

    /** One of the AIs of the table. */
    public String anyAi() {
        return ALL.get(random.nextInt(ALL.size()));
    }

    public String text(List<Element> elements) {
        ElementString.Builder builder = ElementString.builder(AiTable.builtIn(), today);
        elements.forEach(e -> builder.add(e.ai(), e.value()));
        return builder.text();
    }

    /** A legal value, by the format of the table. */
    public String value(String ai) {
        ApplicationIdentifier row = AiTable.builtIn().get(ai);
        for (int tries = 0; tries < 1_000; tries++) {
            StringBuilder value = new StringBuilder();
            for (Component component : row.components()) {
                if (component.optional() && random.nextBoolean()) {
                    break;
                }
                value.append(part(component));
            }
            if (row.issue(value.toString(), 0, today) == null) {
                return value.toString();
            }
        }
        throw new AssertionError("no legal value found for " + ai);
    }

    private String part(Component component) {
        List<ValueCheck> checks = component.checks();
        int length = component.min() + random.nextInt(component.max() - component.min() + 1);
        if (checks.contains(ValueCheck.MOD10)) {
            String body = digits(length - 1);
            return body + CheckDigit.of(body);
        }
        if (checks.contains(ValueCheck.PAIR)) {
            String body = digits(4) + text(SET_82, 1, component.max() - 6);
            return body + CheckPair.of(body);
        }
        return checks.isEmpty() ? text(component, length) : checked(checks.get(0), component, length);
    }

    private String checked(ValueCheck check, Component component, int length) {
        return switch (check) {
            case DATE0, DATE ->
                "%02d%02d%02d".formatted(random.nextInt(100), 1 + random.nextInt(12), random.nextInt(29));
            case DATE8 ->
                "%04d%02d%02d".formatted(1900 + random.nextInt(200), 1 + random.nextInt(12), random.nextInt(29));
            case TIME -> "%02d%02d".formatted(random.nextInt(24), random.nextInt(60));
            case GCP1 -> length < 4 ? digits(4) : digits(4) + text(component, length - 4);
            case COUNTRY, COUNTRY999 -> pick("276", "724", "840", "528");
            case COUNTRY2 -> pick("DE", "ES", "US", "NL");
            case CURRENCY -> pick("978", "840", "756");
            case IBAN -> pick("DE89370400440532013000", "GB82WEST12345698765432");
            case PACKAGE -> pick("PX", "CT", "201");
            case HYPHEN -> "-";
            case SEQ -> pick("1/2", "2/3", "9/9");
            case PERCENT -> pick("Main%20Street", "A", "100%25");
            case BASE64 -> text(SET_64, 1, component.max());
            default -> text(component, length);
        };
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }

    private String text(Component component, int length) {
        return switch (component.alphabet()) {
            case N -> digits(length);
            case X -> text(SET_82, length, length);
            case Y -> text(SET_39, length, length);
            case Z -> text(SET_64, length, length);
        };
    }

    private static List<String> all() {
        List<String> ais = new ArrayList<>();
        for (int digits = 2, beyond = 100; digits <= 4; digits++, beyond *= 10) {
            for (int number = 0; number < beyond; number++) {
                String ai = ("%0" + digits + "d").formatted(number);
                if (AiTable.builtIn().find(ai) != null) {
                    ais.add(ai);
                }
            }
        }
        return List.copyOf(ais);
    }

    private String digits(int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String text(String alphabet, int min, int max) {
        StringBuilder text = new StringBuilder();
        int length = min + random.nextInt(max - min + 1);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
