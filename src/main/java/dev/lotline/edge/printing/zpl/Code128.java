package dev.lotline.edge.printing.zpl;

import java.util.Arrays;

/**
 * Code 128 with its subsets chosen by us, as {@code ^BC} takes them ({@code >;} start C, {@code >:} start B, {@code >5} to
 * C, {@code >6} to B, {@code >8} FNC1). The fewest symbols there are, but for two rules: never an odd digit in C, which
 * printers drop silently, and never exactly one character behind the last change to B, which a renderer drops.
 */
public final class Code128 {
    /** FNC1 among the characters of the data. */
    public static final char FNC1 = '\u00f1';

    private static final int START_B = 104;
    private static final int START_C = 105;
    private static final int STOP = 106;
    private static final int TO_C = 99;
    private static final int TO_B = 100;
    private static final int FNC1_VALUE = 102;
    private static final int NEVER = 1_000_000;
    private static final int CHECK_MODULUS = 103;

    /** In B: settled, one character behind the change to it, or none yet. */
    private static final int SETTLED = 0;

    private static final int ONE = 1;
    private static final int FRESH = 2;
    private static final int C = 3;

    private final String data;
    /** Symbols still needed from a place on, by place and state; C is the last of the states. */
    private final int[][] cost;

    private Code128(String data) {
        this.data = data;
        this.cost = new int[data.length() + 1][4];
    }

    /**
     * The field data for {@code ^BC}, before it is hex-escaped.
     *
     * @param data ASCII 32 to 126 and {@link #FNC1}
     */
    public static String zpl(String data) {
        Code128 code = new Code128(data);
        code.plan();
        StringBuilder text = new StringBuilder();
        code.walk(text);
        return text.toString();
    }

    /** Symbols between start and check. */
    static int symbols(String data) {
        return values(zpl(data)).length - 3;
    }

    /** Modules from the first bar to the last, of field data of {@code ^BC}. */
    public static int modules(String zpl) {
        return 11 * (values(zpl).length - 3) + 35;
    }

    /** From the end to the beginning: what the rest costs in each state. */
    private void plan() {
        int end = data.length();
        cost[end][SETTLED] = 0;
        cost[end][ONE] = NEVER;
        cost[end][FRESH] = NEVER;
        cost[end][C] = 0;
        for (int i = end - 1; i >= 0; i--) {
            cost[i][C] = Math.min(stayInC(i), isFnc1(i) ? NEVER : 2 + cost[i + 1][ONE]);
            cost[i][SETTLED] = Math.min(stayInB(i, SETTLED), toC(i));
            cost[i][ONE] = Math.min(stayInB(i, ONE), toC(i));
            cost[i][FRESH] = stayInB(i, FRESH);
        }
    }

    private int stayInC(int i) {
        if (isFnc1(i)) {
            return 1 + cost[i + 1][C];
        }
        return isPair(i) ? 1 + cost[i + 2][C] : NEVER;
    }

    private int stayInB(int i, int state) {
        return 1 + cost[i + 1][state == FRESH ? ONE : SETTLED];
    }

    private int toC(int i) {
        return isPair(i) ? 2 + cost[i + 2][C] : NEVER;
    }

    private void walk(StringBuilder text) {
        int state = stayInC(0) < cost[0][SETTLED] ? C : SETTLED;
        text.append(state == C ? ">;" : ">:");
        int i = 0;
        while (i < data.length()) {
            if (state == C && cost[i][C] == stayInC(i)) {
                i += appendC(i, text);
            } else if (state == C) {
                text.append(">6");
                appendB(i++, text);
                state = ONE;
            } else if (toC(i) < stayInB(i, state)) {
                text.append(">5");
                i += appendC(i, text);
                state = C;
            } else {
                appendB(i++, text);
                state = SETTLED;
            }
        }
    }

    private int appendC(int i, StringBuilder text) {
        if (isFnc1(i)) {
            text.append(">8");
            return 1;
        }
        text.append(data, i, i + 2);
        return 2;
    }

    private void appendB(int i, StringBuilder text) {
        switch (data.charAt(i)) {
            case FNC1 -> text.append(">8");
            case '>' -> text.append(">0");
            case '^' -> text.append("><");
            case '~' -> text.append(">=");
            default -> text.append(data.charAt(i));
        }
    }

    private boolean isFnc1(int i) {
        return data.charAt(i) == FNC1;
    }

    private boolean isPair(int i) {
        return i + 1 < data.length() && isDigit(data.charAt(i)) && isDigit(data.charAt(i + 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * The symbols of field data as a printer takes them: start, data, check and stop.
     *
     * @throws LabelFault if no printer would draw what was meant
     */
    public static int[] values(String zpl) {
        boolean inC = zpl.startsWith(">;");
        if (!inC && !zpl.startsWith(">:")) {
            throw LabelFault.unfit("Code 128 must begin with its subset");
        }
        int[] values = new int[zpl.length() + 3];
        int count = 0;
        values[count++] = inC ? START_C : START_B;
        for (int i = 2; i < zpl.length(); i++) {
            char c = zpl.charAt(i);
            if (c == '>') {
                char sign = i + 1 < zpl.length() ? zpl.charAt(++i) : ' ';
                values[count++] = sign(sign, inC);
                inC = sign == '5' || (sign != '6' && inC);
            } else if (!inC) {
                values[count++] = c - ' ';
            } else if (isDigit(c) && i + 1 < zpl.length() && isDigit(zpl.charAt(i + 1))) {
                values[count++] = 10 * (c - '0') + zpl.charAt(++i) - '0';
            } else {
                throw LabelFault.unfit("Code 128 has an odd digit in subset C");
            }
        }
        int sum = values[0];
        for (int n = 1; n < count; n++) {
            sum += n * values[n];
        }
        values[count++] = sum % CHECK_MODULUS;
        values[count++] = STOP;
        return Arrays.copyOf(values, count);
    }

    private static int sign(char sign, boolean inC) {
        return switch (sign) {
            case '8' -> FNC1_VALUE;
            case '5' -> TO_C;
            case '6' -> TO_B;
            case '0' -> inC ? unknown(sign) : '>' - ' ';
            case '<' -> inC ? unknown(sign) : '^' - ' ';
            case '=' -> inC ? unknown(sign) : '~' - ' ';
            default -> unknown(sign);
        };
    }

    private static int unknown(char sign) {
        throw LabelFault.unfit("Code 128 has an unknown >" + sign);
    }

    /** What a scanner reads from field data: FNC1 in front is left out, others are {@link #FNC1}. */
    public static String content(String zpl) {
        int[] values = values(zpl);
        StringBuilder text = new StringBuilder();
        boolean inC = values[0] == START_C;
        for (int n = 1; n < values.length - 2; n++) {
            if (values[n] == FNC1_VALUE) {
                text.append(n == 1 ? "" : FNC1);
            } else if (values[n] == TO_C && !inC) {
                inC = true;
            } else if (values[n] == TO_B && inC) {
                inC = false;
            } else if (inC) {
                text.append((char) ('0' + values[n] / 10)).append((char) ('0' + values[n] % 10));
            } else {
                text.append((char) (values[n] + ' '));
            }
        }
        return text.toString();
    }
}
