package dev.lotline.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** Plays sequences in the database, each in a house of its own inside a transaction that is rolled back. */
final class Player {
    private static final AtomicLong HOUSES = new AtomicLong();
    private final Connection connection;
    private final List<String> planted = new ArrayList<>();

    Player(Connection connection) throws SQLException, IOException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (InputStream in = Player.class.getResourceAsStream("/model/play.sql");
                Statement statement = connection.createStatement()) {
            statement.execute("SET jit = off");
            // the houses are all small and alike: a plan is good for all of them
            statement.execute("SET plan_cache_mode = force_generic_plan");
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        connection.commit();
    }

    /** Statements that are run before every sequence, and rolled back with it. */
    Player plant(String sql) {
        planted.add(sql);
        return this;
    }

    /** What differs at the first step that differs, from the model; null when nothing does. */
    Difference play(Sequence sequence) throws SQLException {
        try {
            List<Sequence.Step> steps = sequence.expected();
            return compare(steps, said(sequence.plan(), steps));
        } finally {
            connection.rollback();
        }
    }

    /** Rows that these questions find once the sequence was played; none, if they ask for what must never be. */
    List<String> found(Sequence sequence, Map<String, String> questions) throws SQLException {
        try {
            said(sequence.plan(), sequence.expected());
            List<String> found = new ArrayList<>();
            for (Map.Entry<String, String> question : questions.entrySet()) {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery(question.getValue())) {
                    while (rows.next()) {
                        found.add(question.getKey() + " " + rows.getString(1) + ": " + rows.getString(2));
                    }
                }
            }
            return found;
        } finally {
            connection.rollback();
        }
    }

    /** Builds a house that stays, named {@code M…}; answers the ids of its parts, by which {@link #keep} knows it. */
    String settle(Plan plan) throws SQLException {
        String ids =
                ask("SELECT pg_temp.build(?::jsonb)", Steps.json(house(plan))).get(0)[0];
        connection.commit();
        return ids;
    }

    /** Takes one step in a house that stays, so that everybody sees it; answers what the database said. */
    String keep(String ids, Map<String, Object> step) throws SQLException {
        run("SELECT set_config('lotline.model_days', '0', true)");
        String said = ask("SELECT pg_temp.step(?::jsonb, ?::jsonb)", ids, Steps.json(step))
                .get(0)[0];
        connection.commit();
        return said;
    }

    private List<String[]> said(Plan plan, List<Sequence.Step> steps) throws SQLException {
        for (String sql : planted) {
            run(sql);
        }
        String house =
                ask("SELECT pg_temp.build(?::jsonb)", Steps.json(house(plan))).get(0)[0];
        return ask(
                "SELECT said, figures FROM pg_temp.play(?::jsonb, ?::jsonb)",
                house,
                Steps.json(steps.stream().map(Sequence.Step::words).toList()));
    }

    private static Difference compare(List<Sequence.Step> steps, List<String[]> said) {
        for (int n = 0; n < said.size(); n++) {
            Sequence.Step step = steps.get(n);
            String[] found = said.get(n);
            if (!step.answer().equals(found[0]) || !step.figures().equals(found[1])) {
                return Difference.between(n, step, found[0], found[1]);
            }
        }
        return null;
    }

    /** @param step its number in the steps that were played */
    record Difference(int step, String what) {
        static Difference between(int n, Sequence.Step step, String answer, String figures) {
            StringBuilder what = new StringBuilder("at " + step.op() + "\n");
            if (!step.answer().equals(answer)) {
                what.append("  model ")
                        .append(step.answer())
                        .append(", database ")
                        .append(answer)
                        .append('\n');
            }
            TreeSet<String> model = new TreeSet<>(step.figures().lines().toList());
            TreeSet<String> database = new TreeSet<>(figures.lines().toList());
            model.stream()
                    .filter(line -> !database.contains(line))
                    .forEach(line -> what.append("  model    ").append(line).append('\n'));
            database.stream()
                    .filter(line -> !model.contains(line))
                    .forEach(line -> what.append("  database ").append(line).append('\n'));
            return new Difference(n, what.toString());
        }
    }

    private static Map<String, Object> house(Plan plan) {
        Map<String, Object> house = new HashMap<>();
        house.put("name", "M" + HOUSES.incrementAndGet());
        house.put("priorities", plan.priorities());
        house.put("places", Plan.PLACES);
        house.put("items", plan.items());
        return house;
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String[]> ask(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < parameters.length; n++) {
                statement.setString(n + 1, parameters[n]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String[]> found = new ArrayList<>();
                while (rows.next()) {
                    String second = rows.getMetaData().getColumnCount() > 1 ? rows.getString(2) : "";
                    found.add(new String[] {rows.getString(1), second});
                }
                return found;
            }
        }
    }
}
