package dev.lotline.edge.console.board;

import dev.lotline.edge.console.shell.live.Change;
import dev.lotline.edge.console.shell.live.Sum;
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
import java.util.stream.Stream;

/** The tiles of the board. */
@Singleton
final class BoardTopic implements Topic {
    private final BoardSql sql;
    private final CutOffSql cutOffs;

    BoardTopic(BoardSql sql, CutOffSql cutOffs) {
        this.sql = sql;
        this.cutOffs = cutOffs;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance tile(Board.Tile tile);

        static native TemplateInstance cutOff(CutOff due);
    }

    /** Where the page that shows these hears of others. */
    static String stream(List<Board.Tile> tiles, List<CutOff> due) {
        return "/console/stream?topics=board&v=" + version(tiles, due) + "." + shape(due);
    }

    private static String version(List<Board.Tile> tiles, List<CutOff> due) {
        return Sum.of(tiles.toString() + due.stream().map(CutOff::told).toList());
    }

    private static String shape(List<CutOff> due) {
        return Sum.of(due.stream().map(CutOff::id).toList().toString());
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
                .chain(tiles -> cutOffs.today(viewer.scope()).chain(due -> parts(tiles, due, viewer)));
    }

    private static Uni<Parts> parts(List<Board.Tile> tiles, List<CutOff> due, Viewer viewer) {
        Multi<Uni<Part>> drawn = Multi.createFrom()
                .items(Stream.concat(
                        due.stream().map(each -> part("cut-" + each.id(), Templates.cutOff(each), viewer)),
                        tiles.stream().map(each -> part("tile-" + each.id(), Templates.tile(each), viewer))));
        return drawn.onItem()
                .transformToUniAndConcatenate(each -> each)
                .collect()
                .asList()
                .map(parts -> new Parts(version(tiles, due), shape(due), parts));
    }

    private static Uni<Part> part(String id, TemplateInstance template, Viewer viewer) {
        return template.setLocale(viewer.language()).createUni().map(html -> new Part(id, html));
    }
}
