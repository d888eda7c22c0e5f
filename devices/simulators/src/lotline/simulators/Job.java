package lotline.simulators;

import java.io.IOException;

/** A piece of work that one handheld does from start to end. */
interface Job {
    void work(Handheld handheld) throws IOException;
}
