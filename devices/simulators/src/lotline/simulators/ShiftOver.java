package lotline.simulators;

/** The end of the run came while a handheld was still waiting for the server. */
final class ShiftOver extends RuntimeException {
    private static final long serialVersionUID = 1;

    ShiftOver(String what) {
        super(what, null, false, false);
    }
}
