package lotline.simulators;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The REST doors: lists by pages, nouns, documents and their commands. Tries again with the same key. One thread. */
final class Office implements AutoCloseable {
    private static final int PAGE = 200;

    private final Address address;
    private final Door door;
    private final Account account;
    private final Patience patience;
    private final Ids ids = new Ids();

    Office(Address address, Account account, Patience patience) {
        this(address, account, patience, Door.USUAL_MILLIS);
    }

    Office(Address address, Account account, Patience patience, int answerMillis) {
        this.address = address;
        this.account = account;
        this.patience = patience;
        door = new Door(address, answerMillis);
    }

    /** Every page of a list, or no more than {@code most} entries. */
    List<Map<String, Object>> list(String path, int most) {
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = null;
        do {
            String query = (path.contains("?") ? "&" : "?") + "limit=" + PAGE
                    + (cursor == null ? "" : "&cursor=" + code(cursor));
            Map<String, Object> page = Json.object(must("GET", path + query, null));
            Json.array(page.get("items")).forEach(each -> all.add(Json.object(each)));
            cursor = Json.string(page.get("next"));
        } while (cursor != null && all.size() < most);
        return all;
    }

    Map<String, Object> get(String path) {
        return Json.object(must("GET", path, null));
    }

    boolean exists(String path) {
        return call("GET", path, null).done();
    }

    Object must(String method, String path, Object body) {
        Answer answer = call(method, path, body);
        if (!answer.done()) {
            throw new IllegalStateException(method + " " + path + " answered " + answer.status + ": " + answer.body);
        }
        return answer.body;
    }

    /** A command that a rule may refuse: 4xx is an answer; other surprises are written down as wrong. */
    Answer command(String path, Object body) {
        Answer answer = call("POST", path, body);
        account.commands.increment();
        if (!answer.done() && answer.status != 409 && answer.status != 422) {
            account.wrong("POST " + path + " answered " + answer.status + ": " + answer.body);
        }
        return answer;
    }

    /** An HTTP status and the JSON that came with it (null = none). */
    record Answer(int status, Object body) {
        boolean done() {
            return status >= 200 && status < 300;
        }

        String code() {
            return String.valueOf(Json.object(body).get("code"));
        }
    }

    private Answer call(String method, String path, Object body) {
        String key = "POST".equals(method) ? "Idempotency-Key: " + ids.id() + "\r\n" : "";
        String where = path.startsWith("/floor") ? path : "/api/v1" + path;
        byte[] request = address.request(method, where, key, body == null ? null : Json.write(body));
        for (int attempt = 0; ; attempt++) {
            if (attempt == 2) {
                account.retriedAgain.increment();
            }
            try {
                Reply reply = door.exchange(request);
                if (!reply.later()) {
                    return new Answer(reply.status(), json(reply));
                }
                account.waits.increment();
                patience.pause(attempt, reply.retryAfterMillis(), method + " " + path);
            } catch (IOException e) {
                account.lostConnections.increment();
                patience.pause(attempt, -1, method + " " + path + ": " + e.getMessage());
            }
        }
    }

    private static Object json(Reply reply) {
        if (reply.length() == 0) {
            return null;
        }
        try {
            return reply.json();
        } catch (IllegalArgumentException e) {
            return reply.text();
        }
    }

    static String code(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        door.close();
    }
}
