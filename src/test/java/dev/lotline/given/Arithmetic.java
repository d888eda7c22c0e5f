package dev.lotline.given;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does again what a formula says, as a supervisor would with a pocket calculator: {@code +}, {@code -}, {@code /},
 * brackets, {@code max}, {@code min}, {@code floor}, and words such as {@code LOW if a < b; else HIGH}.
 */
public final class Arithmetic {
    private static final Pattern TOKEN = Pattern.compile("\\s*([A-Za-z_][A-Za-z_0-9]*|[0-9.]+|[-+/(),])");
    private static final Pattern CASE = Pattern.compile("(\\w+) if (.+) ([<>=]) (.+)");

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, BigDecimal> operands;
    private int next;

    private Arithmetic(String formula, Map<String, BigDecimal> operands) {
        this.operands = operands;
        Matcher token = TOKEN.matcher(formula);
        int end = 0;
        while (token.find() && token.start() == end) {
            tokens.add(token.group(1));
            end = token.end();
        }
        if (end != formula.length()) {
            throw new IllegalArgumentException("not a formula: " + formula);
        }
    }

    /** A {@link BigDecimal}, or the word that was chosen. */
    public static Object redo(String formula, Map<String, BigDecimal> operands) {
        if (!formula.contains("else ")) {
            return number(formula, operands);
        }
        for (String part : formula.split("; ")) {
            Matcher each = CASE.matcher(part);
            if (!each.matches()) {
                return part.substring("else ".length());
            }
            int order = number(each.group(2), operands).compareTo(number(each.group(4), operands));
            if (each.group(3).equals(order < 0 ? "<" : order > 0 ? ">" : "=")) {
                return each.group(1);
            }
        }
        throw new IllegalArgumentException("no word left: " + formula);
    }

    private static BigDecimal number(String formula, Map<String, BigDecimal> operands) {
        Arithmetic all = new Arithmetic(formula, operands);
        BigDecimal value = all.sum();
        if (all.next != all.tokens.size()) {
            throw new IllegalArgumentException("not a formula: " + formula);
        }
        return value;
    }

    private BigDecimal sum() {
        BigDecimal value = quotient();
        while (comes("+") || comes("-")) {
            boolean plus = tokens.get(next++).equals("+");
            value = plus ? value.add(quotient()) : value.subtract(quotient());
        }
        return value;
    }

    private BigDecimal quotient() {
        BigDecimal value = single();
        while (comes("/")) {
            next++;
            value = value.divide(single(), 12, RoundingMode.HALF_EVEN);
        }
        return value;
    }

    private BigDecimal single() {
        String token = tokens.get(next++);
        if (token.equals("(")) {
            BigDecimal inside = sum();
            next++;
            return inside;
        }
        if (comes("(")) {
            return called(token);
        }
        if (Character.isDigit(token.charAt(0))) {
            return new BigDecimal(token);
        }
        if (!operands.containsKey(token)) {
            throw new IllegalArgumentException("no operand " + token);
        }
        return operands.get(token);
    }

    private BigDecimal called(String function) {
        BigDecimal value = null;
        do {
            next++;
            BigDecimal argument = sum();
            value = switch (function) {
                case "max" -> value == null ? argument : value.max(argument);
                case "min" -> value == null ? argument : value.min(argument);
                case "floor" -> argument.setScale(0, RoundingMode.FLOOR);
                default -> throw new IllegalArgumentException("no function " + function);
            };
        } while (comes(","));
        next++;
        return value;
    }

    private boolean comes(String token) {
        return next < tokens.size() && tokens.get(next).equals(token);
    }
}
