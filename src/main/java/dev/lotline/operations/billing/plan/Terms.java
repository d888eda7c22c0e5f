package dev.lotline.operations.billing.plan;

import java.math.BigDecimal;

/** The words that a rate plan is written in. */
public final class Terms {
    private Terms() {}

    /** Base fee, age surcharge, what is above a limit, a fixed sum. */
    public enum Kind {
        STORAGE,
        AGED,
        OVERAGE,
        FLAT
    }

    /** What is measured of a cell on a day. */
    public enum Basis {
        OCCUPIED_VOLUME,
        UNIT_VOLUME,
        LOCATION_TYPE,
        CALCULATED_LOCATION,
        LPN,
        UNIT,
        FLAT;

        /** Measured in mm³. */
        public boolean volume() {
            return this == OCCUPIED_VOLUME || this == UNIT_VOLUME;
        }

        /** Where the stock lies makes no difference. */
        public boolean anywhere() {
            return this == CALCULATED_LOCATION || this == FLAT;
        }
    }

    /** What a rate of a volume is for; volumes are kept in mm³. */
    public enum Unit {
        FT3("28316846.592"),
        M3("1000000000");

        private final BigDecimal cubicMillimetres;

        Unit(String cubicMillimetres) {
            this.cubicMillimetres = new BigDecimal(cubicMillimetres);
        }

        public BigDecimal cubicMillimetres() {
            return cubicMillimetres;
        }
    }

    /** When a cell is looked at. */
    public enum Sampling {
        DAILY_CLOSE,
        DAILY_ANY,
        PEAK,
        SNAPSHOT_FIRST,
        SNAPSHOT_LAST,
        WEEKLY;

        /** One look counts for its whole period. */
        public boolean whole() {
            return this != DAILY_CLOSE && this != DAILY_ANY;
        }
    }

    /** What the rate is for. */
    public enum Per {
        DAY,
        WEEK,
        MONTH
    }

    /** How a part of a month is paid. */
    public enum Proration {
        CALENDAR_DAYS,
        THIRTY,
        NONE,
        SPLIT,
        ANNIVERSARY
    }

    /** What is paid for a month that began after its split day. */
    public enum Second {
        PRORATED,
        HALF,
        FREE
    }

    /** What is paid for stock that came after the snapshot of the first day. */
    public enum Gap {
        NONE,
        FULL,
        HALF
    }

    /** What is summed up before it is measured. */
    public enum Grain {
        LOT,
        ITEM,
        OWNER
    }

    /** Whose receipt free days and anniversaries count from. */
    public enum FreeOf {
        LOT,
        CELL
    }

    /** What is rounded. */
    public enum Level {
        DAY,
        LINE,
        CLASS,
        STATEMENT
    }

    /** Each slice at its own rate, or all at the rate of the slice that is reached. */
    public enum TierMode {
        MARGINAL,
        WHOLE
    }

    /** Which of a sum by volume and a sum by unit is paid. */
    public enum Combine {
        MAX,
        SUM
    }

    /** What age counts from: the day the lot came; or goods of an item are one pool, of which the oldest left first. */
    public enum AgeBy {
        LOT_RECEIPT,
        FIFO_POOL
    }
}
