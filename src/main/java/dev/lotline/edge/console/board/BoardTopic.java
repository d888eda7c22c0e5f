package dev.lotline.edge.console.board;

import dev.lotline.edge.console.shell.live.Change;
import dev.lotline.edge.console.shell.live.Topic;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** The tiles of the board. */
@Singleton
final class BoardTopic implements Topic {
    private final BoardSql sql;

    BoardTopic(BoardSql sql) {
        this.sql = sql;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance tile(Board.Tile tile);
    }

    /** Where the page that shows these tiles hears of others. */
    static String stream(List<Board.Tile> tiles) {
        return "/console/stream?topics=board&v=" + Topic.sum(tiles.toString()) + ".0";
    }

    @Override
    public String name() {
        return "board";
    }

    @Override
    public Capability needs() {
        return Capability.STOCK_READ;
    }

    @Override
    public void check(String argument, Scope scope) {
        if (!argument.isEmpty()) {
            throw Refusal.invalid("topics", "must name the board alone");
        }
    }

    @Override
    public boolean concerned(Change change, String argument) {
        return true;
    }

    @Override
    public Uni<Parts> parts(String argument, Viewer viewer) {
        return sql.board(viewer.scope())
                .map(board -> board.tiles(viewer.language(), viewer.capabilities()))
                .chain(tiles -> Multi.createFrom()
                        .iterable(tiles)
                        .onItem()
                        .transformToUniAndConcatenate(tile -> Templates.tile(tile)
                                .setLocale(viewer.language())
                                .createUni()
                                .map(html -> new Part("tile-" + tile.id(), html)))
                        .collect()
                        .asList()
                        .map(parts -> new Parts(Topic.sum(tiles.toString()), "0", parts)));
    }
}
