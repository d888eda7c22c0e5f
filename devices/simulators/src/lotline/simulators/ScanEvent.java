package lotline.simulators;

import java.util.Map;

/** One event of a handheld and what the server said about it. */
final class ScanEvent {
    final String id;
    final String operation;
    final String json;
    /** Null until the server has answered. */
    String verdict;

    String code;
    Map<String, Object> reply = Map.of();

    ScanEvent(String id, String operation, String json) {
        this.id = id;
        this.operation = operation;
        this.json = json;
    }

    boolean answered() {
        return verdict != null;
    }

    /** Booked, wholly or with a warning. */
    boolean booked() {
        return "OK".equals(verdict) || "WARN".equals(verdict);
    }

    boolean refused(String code) {
        return "REFUSED".equals(verdict) && code.equals(this.code);
    }
}
