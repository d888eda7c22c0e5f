package dev.lotline.model;

/** What the house says to an operation. */
record Answer(String verdict, String code) {
    static Answer ok(String code) {
        return new Answer("OK", code);
    }

    static Answer warn(String code) {
        return new Answer("WARN", code);
    }

    static Answer refused(String code) {
        return new Answer("REFUSED", code);
    }

    @Override
    public String toString() {
        return verdict + " " + code;
    }
}
