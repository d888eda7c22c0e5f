package lotline.printer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The printer's window: what came out, and the switches of its faults. */
final class Page {
    private final VirtualPrinter printer;

    private Page(VirtualPrinter printer) {
        this.printer = printer;
    }

    static HttpServer open(VirtualPrinter printer, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        Page page = new Page(printer);
        server.createContext("/", page::answer);
        server.start();
        return server;
    }

    private void answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        String verb = call.getRequestMethod();
        try (call) {
            if (verb.equals("GET") && path.equals("/")) {
                say(call, 200, "text/html;charset=UTF-8", html());
            } else if (verb.equals("GET") && path.equals("/labels")) {
                say(call, 200, "application/json", list());
            } else if (verb.equals("GET") && path.matches("/labels/\\d{1,8}\\.zpl")) {
                int number = Integer.parseInt(path.substring(8, path.length() - 4));
                String zpl = printer.labels().stream()
                        .filter(label -> label.number() == number)
                        .map(Printed::zpl)
                        .findFirst()
                        .orElse(null);
                say(call, zpl == null ? 404 : 200, "text/plain;charset=UTF-8", zpl == null ? "" : zpl);
            } else if (verb.equals("GET") && path.equals("/state")) {
                say(call, 200, "application/json", state());
            } else if (verb.equals("POST") && path.equals("/faults")) {
                printer.faults().read(new String(call.getRequestBody().readNBytes(8_192), StandardCharsets.UTF_8));
                say(call, 200, "application/json", state());
            } else if (verb.equals("POST") && path.equals("/reset")) {
                printer.reset();
                say(call, 200, "application/json", state());
            } else {
                say(call, 404, "text/plain", "");
            }
        } catch (IllegalArgumentException e) {
            say(call, 400, "text/plain;charset=UTF-8", String.valueOf(e.getMessage()));
        }
    }

    private String state() {
        return "{\"printer\":\"%s\",\"port\":%d,\"waiting\":%d,\"odometer\":%d,\"faults\":%s}"
                .formatted(printer.name(), printer.port(), printer.waiting(), printer.odometer(), printer.faults());
    }

    private String list() {
        StringBuilder json = new StringBuilder("[");
        for (Printed label : printer.labels()) {
            json.append(json.length() > 1 ? "," : "");
            json.append("{\"number\":%d,\"at\":%d,\"bytes\":%d}"
                    .formatted(label.number(), label.atMillis(), label.zpl().length()));
        }
        return json.append(']').toString();
    }

    private String html() {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><meta charset=\"UTF-8\">");
        page.append("<meta http-equiv=\"refresh\" content=\"3\"><title>").append(escaped(printer.name()));
        page.append("</title><h1>")
                .append(escaped(printer.name()))
                .append("</h1><pre>")
                .append(escaped(state()));
        page.append("</pre>");
        List<Printed> labels = printer.labels();
        for (int n = labels.size() - 1; n >= Math.max(0, labels.size() - 50); n--) {
            Printed label = labels.get(n);
            page.append("<h2><a href=\"/labels/")
                    .append(label.number())
                    .append(".zpl\">")
                    .append(label.number());
            page.append("</a></h2><p>")
                    .append(escaped(String.join(" · ", label.fields())))
                    .append("</p>");
        }
        return page.append("</html>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void say(HttpExchange call, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", type);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            try (OutputStream out = call.getResponseBody()) {
                out.write(bytes);
            }
        }
    }
}
