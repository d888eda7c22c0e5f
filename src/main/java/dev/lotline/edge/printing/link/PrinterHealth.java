package dev.lotline.edge.printing.link;

/** How a printer is, in one word; of several things that are wrong, the first that a person must mend. */
public enum PrinterHealth {
    READY,
    PRINTING,
    HEAD_OPEN,
    PAPER_OUT,
    RIBBON_OUT,
    PAUSED,
    TOO_HOT,
    TOO_COLD,
    MEMORY_FAULT,
    BUFFER_FULL,
    LABEL_WAITING,
    /** Connects and does not answer: many models keep silent when they are out of paper, or open. */
    SILENT,
    UNREACHABLE,
    /** Answers, but not as a printer. */
    UNREADABLE;

    static PrinterHealth of(HostStatus status) {
        if (status.headOpen()) {
            return HEAD_OPEN;
        } else if (status.paperOut()) {
            return PAPER_OUT;
        } else if (status.ribbonOut()) {
            return RIBBON_OUT;
        } else if (status.paused()) {
            return PAUSED;
        } else if (status.tooHot()) {
            return TOO_HOT;
        } else if (status.tooCold()) {
            return TOO_COLD;
        } else if (status.memoryFault()) {
            return MEMORY_FAULT;
        } else if (status.bufferFull()) {
            return BUFFER_FULL;
        } else if (status.labelWaiting()) {
            return LABEL_WAITING;
        }
        return status.formats() > 0 || status.remaining() > 0 ? PRINTING : READY;
    }

    /** True if a label may be sent now. */
    public boolean takesLabels() {
        return this == READY;
    }
}
