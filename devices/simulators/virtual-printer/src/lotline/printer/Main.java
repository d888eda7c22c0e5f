package lotline.printer;

import java.io.IOException;

/** {@code virtual-printer [name] [port] [page port] [labels a second]}. */
public final class Main {
    private Main() {}

    public static void main(String... args) throws IOException, InterruptedException {
        String name = args.length > 0 ? args[0] : "P-VIRTUAL";
        int port = args.length > 1 ? Integer.parseInt(args[1]) : 9100;
        int page = args.length > 2 ? Integer.parseInt(args[2]) : port + 1;
        double speed = args.length > 3 ? Double.parseDouble(args[3]) : 4;
        VirtualPrinter printer = VirtualPrinter.start(name, port, speed);
        Page.open(printer, page);
        System.out.printf(
                "%s prints what comes to 127.0.0.1:%d and shows it at http://127.0.0.1:%d/%n", name, port, page);
        Thread.currentThread().join();
    }
}
