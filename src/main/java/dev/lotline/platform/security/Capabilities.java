package dev.lotline.platform.security;

import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each role may do, read from the table {@code security/capabilities.csv} that the documentation shows too. */
public final class Capabilities {
    private static final String TABLE = "security/capabilities.csv";
    private static final Map<Role, Set<Capability>> BY_ROLE = read();

    private Capabilities() {}

    public static Set<Capability> of(Role role) {
        return BY_ROLE.getOrDefault(role, Set.of());
    }

    private static Map<Role, Set<Capability>> read() {
        List<String[]> rows = rows();
        String[] header = rows.get(0);
        Map<Role, Set<Capability>> table = new EnumMap<>(Role.class);
        for (int column = 1; column < header.length; column++) {
            Set<Capability> granted = EnumSet.noneOf(Capability.class);
            for (String[] row : rows.subList(1, rows.size())) {
                if (row[column].equals("yes")) {
                    granted.add(Capability.valueOf(row[0]));
                }
            }
            table.put(Role.valueOf(header[column]), Set.copyOf(granted));
        }
        return table;
    }

    private static List<String[]> rows() {
        try (InputStream in = Capabilities.class.getClassLoader().getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(TABLE + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines().map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
