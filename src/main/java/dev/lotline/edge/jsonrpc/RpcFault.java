package dev.lotline.edge.jsonrpc;

import dev.lotline.kernel.Problem;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error as JSON-RPC tells it; an application error n has the code −(32000 + n). Without a stack trace. */
public final class RpcFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int APPLICATION = -32_000;
    private static final int NOT_FOUND = 404;
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int MALFORMED = 400;
    private static final int TOO_LARGE = 413;

    private final int code;
    private final transient @Nullable Map<String, Object> data;

    private RpcFault(int code, String message, @Nullable Map<String, Object> data) {
        super(message, null, false, false);
        this.code = code;
        this.data = data;
    }

    static RpcFault unreadable() {
        return new RpcFault(-32_700, "Parse error", null);
    }

    static RpcFault invalidRequest(String why) {
        return new RpcFault(-32_600, "Invalid Request: " + why, null);
    }

    static RpcFault unknownMethod() {
        return new RpcFault(-32_601, "Method not found", null);
    }

    public static RpcFault invalidParams(String why) {
        return new RpcFault(-32_602, "Invalid params: " + why, null);
    }

    static RpcFault internal(Locale language) {
        Problem fault = Problem.fault(language, null);
        return new RpcFault(-32_603, fault.detail(), fault.members());
    }

    static RpcFault accessDenied() {
        return application(2, "Access denied.");
    }

    /** An access denied that says when to try again. */
    static RpcFault tooManyAttempts(int seconds) {
        return new RpcFault(
                APPLICATION - 2,
                "Access denied. Too many attempts.",
                Map.of("code", "TOO_MANY_ATTEMPTS", "retryAfterSeconds", seconds));
    }

    static RpcFault invalidPath() {
        return application(3, "Invalid API path.");
    }

    static RpcFault notCallable() {
        return application(4, "API path is not callable.");
    }

    static RpcFault sessionExpired() {
        return application(5, "Session expired. Try to relogin.");
    }

    public static RpcFault missing(String parameter) {
        return new RpcFault(APPLICATION - 6, "Required parameter is missing.", Map.of("parameter", parameter));
    }

    public static RpcFault filters(String why) {
        return new RpcFault(APPLICATION - 102, "Unexpected error applying filters.", Map.of("detail", why));
    }

    /** More than one answer may hold; the caller is told how to ask for less. */
    public static RpcFault tooMuch(String why) {
        return application(104, why);
    }

    private static RpcFault application(int number, String message) {
        return new RpcFault(APPLICATION - number, message, null);
    }

    /** What is not there is 101, what the books or a rule don't allow is 103; {@code data} says the same as by REST. */
    static RpcFault of(Refusal refusal, Locale language) {
        Problem problem = Problem.of(refusal, language, null);
        int code = switch (problem.status()) {
            case MALFORMED -> -32_602;
            case TOO_LARGE -> -32_600;
            case UNAUTHENTICATED, FORBIDDEN -> APPLICATION - 2;
            case NOT_FOUND -> APPLICATION - 101;
            default -> refusal.code().retryable() ? -32_603 : APPLICATION - 103;
        };
        boolean denied = refusal.code() == RefusalCode.UNAUTHENTICATED || refusal.code() == RefusalCode.FORBIDDEN;
        return new RpcFault(code, denied ? "Access denied." : problem.detail(), problem.members());
    }

    /** As the member {@code error} of an answer. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", code);
        members.put("message", String.valueOf(getMessage()));
        if (data != null) {
            members.put("data", data);
        }
        return members;
    }
}
