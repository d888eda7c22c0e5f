package dev.lotline.operations.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The queue once more, in plain lists: what may become of a job and its labels, whoever says what in which order. */
final class PaperModel {
    private static final Set<String> WAITING = Set.of("QUEUED", "HELD", "FAILED");
    private static final Set<String> IN_FLIGHT = Set.of("SENDING", "SENT");
    private static final Set<String> OPEN = Set.of("UNKNOWN", "ASSUMED");
    private static final Set<String> DECIDED = Set.of("CONFIRMED", "VOIDED");

    /** @param printer 0 = none takes it */
    static final class Job {
        final List<Label> labels = new ArrayList<>();
        int printer;
        String state;
        int node;
        boolean begun;
        boolean due = true;

        private void to(String next) {
            state = next;
            if (!IN_FLIGHT.contains(next)) {
                node = 0;
            }
            if (Set.of("SENT", "UNKNOWN", "ASSUMED", "CONFIRMED").contains(next)) {
                labels(next);
            } else if (Set.of("CANCELLED", "VOIDED").contains(next)) {
                labels("VOIDED");
            }
        }

        private void labels(String next) {
            labels.stream().filter(label -> !DECIDED.contains(label.state)).forEach(label -> label.state = next);
        }

        private boolean decided() {
            return labels.stream().allMatch(label -> DECIDED.contains(label.state));
        }

        private boolean dead() {
            return labels.stream().allMatch(label -> label.state.equals("VOIDED"));
        }
    }

    /** A piece of paper. */
    static final class Label {
        final Job job;
        String state = "PLANNED";

        private Label(Job job) {
            this.job = job;
        }
    }

    final List<Job> jobs = new ArrayList<>();

    List<Label> labels() {
        return jobs.stream().flatMap(job -> job.labels.stream()).toList();
    }

    Job ask(int printer, int labels) {
        Job job = new Job();
        job.printer = printer;
        job.state = printer == 0 ? "HELD" : "QUEUED";
        for (int n = 0; n < labels; n++) {
            job.labels.add(new Label(job));
        }
        jobs.add(job);
        return job;
    }

    /** Index of the job that a node gets for a printer, or -1. */
    int lease(int node, int printer) {
        List<Job> mine = jobs.stream().filter(job -> job.printer == printer).toList();
        Job first = mine.stream()
                .filter(job -> job.state.equals("QUEUED"))
                .findFirst()
                .orElse(null);
        if (first == null || !first.due || mine.stream().anyMatch(job -> IN_FLIGHT.contains(job.state))) {
            return -1;
        }
        first.to("SENDING");
        first.node = node;
        first.begun = false;
        return jobs.indexOf(first);
    }

    boolean begin(int node, Job job) {
        boolean may = job.node == node && job.state.equals("SENDING");
        job.begun |= may;
        return may;
    }

    /** What a node says that has sent a job; without effect when it is not its own any more. */
    void end(int node, Job job, String state) {
        Set<String> from = state.equals("SENT") || state.equals("UNKNOWN") ? IN_FLIGHT : Set.of("SENT");
        if (job.node == node && job.begun && from.contains(job.state)) {
            job.to(state);
        }
    }

    /** What a node says of a job of which no byte has gone. */
    void back(int node, Job job, String state) {
        if (job.node == node && job.state.equals("SENDING")) {
            job.to(state);
            job.due = false;
        }
    }

    void dies(int node) {
        for (Job job : jobs) {
            if (job.node == node) {
                job.to(job.begun ? "UNKNOWN" : "QUEUED");
            }
        }
    }

    void timePasses() {
        jobs.forEach(job -> job.due = true);
    }

    /** False where a person must be told that it has moved on. */
    boolean decide(Job job, String decision, int printer) {
        boolean may = switch (decision) {
            case "CANCEL" -> WAITING.contains(job.state);
            case "HOLD" -> job.state.equals("QUEUED");
            case "RETRY" -> Set.of("HELD", "FAILED").contains(job.state) && job.printer + printer > 0;
            case "MOVE" -> Set.of("QUEUED", "HELD").contains(job.state);
            default -> OPEN.contains(job.state);
        };
        if (!may) {
            return false;
        }
        switch (decision) {
            case "CANCEL" -> job.to("CANCELLED");
            case "HOLD" -> job.to("HELD");
            case "CAME_OUT" -> job.to("CONFIRMED");
            default -> job.to("QUEUED");
        }
        job.printer = printer > 0 ? printer : job.printer;
        job.due = true;
        return true;
    }

    boolean noLabel(Job job) {
        if (!OPEN.contains(job.state)) {
            return false;
        }
        long missing = job.labels.stream()
                .filter(label -> !DECIDED.contains(label.state))
                .count();
        job.to("VOIDED");
        for (long n = 0; n < missing; n++) {
            ask(job.printer, 1);
        }
        return true;
    }

    boolean scanned(Label label) {
        if (label.state.equals("VOIDED")) {
            return false;
        }
        if (!label.state.equals("PLANNED")) {
            label.state = "CONFIRMED";
        }
        if (label.job.decided() && (OPEN.contains(label.job.state) || label.job.state.equals("SENT"))) {
            label.job.to("CONFIRMED");
        }
        return true;
    }

    boolean declaredDead(Label label) {
        if (label.state.equals("VOIDED")) {
            return false;
        }
        label.state = "VOIDED";
        settle(label.job);
        return true;
    }

    boolean reprint(Label label, String reason, int printer) {
        if (label.state.equals("VOIDED") || label.state.equals("PLANNED")) {
            return false;
        }
        if (!reason.equals("EXTRA")) {
            label.state = "VOIDED";
            settle(label.job);
        }
        ask(printer, 1);
        return true;
    }

    /** A job without a label that lives has nothing left to do. */
    private static void settle(Job job) {
        if (job.dead() && WAITING.contains(job.state)) {
            job.to("CANCELLED");
        } else if (job.dead() && OPEN.contains(job.state)) {
            job.to("VOIDED");
        }
    }

    @Override
    public String toString() {
        return jobs.stream()
                .map(job -> job.state
                        + (job.printer == 0 ? "" : "@" + job.printer)
                        + job.labels.stream().map(label -> label.state).toList())
                .collect(Collectors.joining("\n"));
    }
}
