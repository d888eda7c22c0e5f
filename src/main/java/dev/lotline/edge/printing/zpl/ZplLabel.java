package dev.lotline.edge.printing.zpl;

import java.util.List;

/**
 * One label as it was read.
 *
 * @param width in dots
 * @param height in dots
 * @param commands every command with its parameters, data and comments left out: what a template decides
 */
public record ZplLabel(int width, int height, List<String> commands, List<Placed> fields) {
    public ZplLabel {
        commands = List.copyOf(commands);
        fields = List.copyOf(fields);
    }
}
