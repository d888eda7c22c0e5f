package dev.lotline.edge.printing.zpl;

/** The bars of Code 128 (ISO/IEC 15417, table 1): widths of bar and space in turn, by symbol value. */
public final class Bars {
    private static final String[] WIDTHS =
            ("212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312"
                            + " 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222"
                            + " 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311"
                            + " 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311"
                            + " 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421"
                            + " 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242"
                            + " 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141"
                            + " 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112")
                    .split(" ");

    private Bars() {}

    /**
     * Dark and light modules of field data of {@code ^BC}, without quiet zones.
     *
     * @throws LabelFault if it is none
     */
    public static boolean[] of(String zpl) {
        int[] values = Code128.values(zpl);
        boolean[] modules = new boolean[Code128.modules(zpl)];
        int at = 0;
        for (int value : values) {
            String widths = WIDTHS[value];
            for (int n = 0; n < widths.length(); n++) {
                for (int left = widths.charAt(n) - '0'; left > 0; left--) {
                    modules[at++] = n % 2 == 0;
                }
            }
        }
        return modules;
    }
}
