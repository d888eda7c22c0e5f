package dev.lotline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a house is built of, drawn from a seed. Days are counted from the first day of the sequence, which is 0.
 *
 * @param priorities of the warehouses, lower first
 */
record Plan(List<Integer> priorities, List<Item> items) {
    static final int WAREHOUSES = 2;
    static final int ITEMS = 2;
    static final List<Place> PLACES = List.of(
            new Place("DOCK", "RECEIVING", true, false),
            new Place("S1", "STORAGE", true, false),
            new Place("S2", "PICK_FACE", true, false),
            new Place("S3", "STORAGE", false, false),
            new Place("S4", "STORAGE", true, true),
            new Place("S5", "STAGING", true, false));
    static final int DOCK = 0;
    static final int TOTE = PLACES.size();

    record Place(String code, String type, boolean pickable, boolean locked) {
        boolean oneLot() {
            return type.equals("STORAGE") || type.equals("PICK_FACE");
        }

        boolean keeps() {
            return oneLot() || type.equals("STAGING");
        }
    }

    /** @param minLife days of life below which nothing may leave; null = none */
    record Item(boolean fifo, boolean mixing, Integer minLife, List<Lot> lots) {
        boolean lotTracked() {
            return !lots.isEmpty();
        }
    }

    /** @param expires day; null = undated; @param made day; null = unknown */
    record Lot(String number, Integer expires, Integer made) {}

    static Plan of(Random random) {
        List<Item> items = new ArrayList<>();
        int lotItems = 1 + random.nextInt(2);
        for (int n = 0; n < ITEMS; n++) {
            List<Lot> lots = n < lotItems ? lots(random) : List.of();
            Integer minLife = random.nextBoolean() ? null : Integer.valueOf(random.nextInt(5));
            items.add(new Item(random.nextBoolean(), random.nextBoolean(), lots.isEmpty() ? null : minLife, lots));
        }
        return new Plan(random.nextBoolean() ? List.of(10, 20) : List.of(20, 10), items);
    }

    /** Three lots; two of them bear one number. Expirations lie around the first days. */
    private static List<Lot> lots(Random random) {
        int first = 1 + random.nextInt(12);
        Integer second = random.nextInt(5) == 0 ? null : Integer.valueOf(first + 1 + random.nextInt(5));
        return List.of(
                new Lot("L1", first, made(random)),
                new Lot("L2", random.nextInt(15), made(random)),
                new Lot("L1", second, made(random)));
    }

    private static Integer made(Random random) {
        return random.nextInt(3) == 0 ? null : Integer.valueOf(-random.nextInt(5));
    }
}
