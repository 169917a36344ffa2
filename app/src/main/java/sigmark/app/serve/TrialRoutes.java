package sigmark.app.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import sigmark.app.base.words.Language;
import sigmark.app.base.words.Words;
import sigmark.inference.latex.render.FormulaImage;
import sigmark.inference.latex.render.FormulaRenderer;
import sigmark.inference.latex.render.RenderStyle;

/**
 * The trial's addresses:
 *
 * <pre>
 * GET  /                                 the page, /trial.js, /trial.css, /texts?language=ko
 * POST /api/session                      {"code":…,"user":…} → {"user":…,"encrypted":b,"network":b,…} and a cookie
 * POST /api/requests                     an image → {"requestId":…,"width":…,"height":…,"results":[…]}
 * POST /api/requests/ID/events           {"events":[…]} → {"kept":n}
 * GET  /api/formula?latex=…&amp;size=…&amp;dark=1  → PNG
 * </pre>
 *
 * Whatever changes something needs the header {@code X-Sigmark}, which other sites' pages cannot send.
 */
final class TrialRoutes {
    private static final Logger LOG = Logger.getLogger(TrialRoutes.class.getName());
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, String> FILES = Map.of(
            "/", "text/html; charset=utf-8",
            "/trial.js", "text/javascript; charset=utf-8",
            "/trial.css", "text/css; charset=utf-8",
            "/icon.png", "image/png");
    private static final int MOST_JSON_BYTES = 1 << 20;
    private static final int MOST_LATEX = 4000;
    private static final List<String> LOCAL_HOSTS = List.of("localhost", "127.0.0.1", "[::1]");
    private static final String COOKIE = "sigmark-trial";

    private final TrialSettings settings;
    private final TrialSessions sessions;
    private final TrialService service;

    TrialRoutes(TrialSettings settings, TrialSessions sessions, TrialService service) {
        this.settings = settings;
        this.sessions = sessions;
        this.service = service;
    }

    /** Answers whatever comes; a failure of ours is logged and answered with 500. */
    void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.getResponseHeaders()
                    .set(
                            "Content-Security-Policy",
                            "default-src 'self'; img-src 'self' blob: data:; frame-ancestors 'none'; form-action"
                                    + " 'none'");
            try {
                route(exchange);
            } catch (TrialRefusal refusal) {
                refuse(exchange, refusal.status(), refusal.key());
            } catch (IOException failed) {
                LOG.log(
                        Level.WARNING,
                        "not answered: " + exchange.getRequestURI().getPath(),
                        failed);
                refuse(exchange, 507, "not-kept");
            } catch (RuntimeException | OutOfMemoryError ours) {
                LOG.log(
                        Level.SEVERE,
                        "trial request failed: " + exchange.getRequestURI().getPath(),
                        ours);
                refuse(exchange, 500, "failed");
            }
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean post = exchange.getRequestMethod().equals("POST");
        checkHost(exchange);
        if (post && !exchange.getRequestHeaders().containsKey("X-Sigmark")) {
            throw new TrialRefusal(403, "foreign-page");
        }
        if (post && path.equals("/api/session")) {
            open(exchange);
        } else if (post && path.equals("/api/requests")) {
            recognize(exchange);
        } else if (post && path.matches("/api/requests/[0-9a-f-]{36}/events")) {
            happened(exchange, path.split("/", 5)[3]);
        } else if (!post && path.equals("/api/formula")) {
            formula(exchange);
        } else if (!post && path.equals("/texts")) {
            texts(exchange);
        } else if (!post && FILES.containsKey(path)) {
            file(exchange, path);
        } else {
            throw new TrialRefusal(404, "no-page");
        }
    }

    /** A page of another name that was pointed at this machine must not use it. */
    private void checkHost(HttpExchange exchange) {
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        String name = host.replaceAll(":\\d+$", "").toLowerCase(Locale.ROOT);
        if (!settings.network() && !LOCAL_HOSTS.contains(name)) {
            throw new TrialRefusal(403, "foreign-page");
        }
    }

    private void open(HttpExchange exchange) throws IOException {
        JsonNode body = json(exchange);
        String token = sessions.open(
                body.path("code").asText(""),
                body.path("user").asText(""),
                exchange.getRemoteAddress().getAddress().getHostAddress());
        TrialSessions.Session session = sessions.session(token);
        exchange.getResponseHeaders()
                .set(
                        "Set-Cookie",
                        COOKIE + "=" + token + "; HttpOnly; SameSite=Strict; Path=/"
                                + (settings.encrypted() ? "; Secure" : ""));
        send(
                exchange,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("user", session.user())
                        .put("network", settings.network())
                        .put("encrypted", settings.encrypted())
                        .put("mostBytes", settings.mostBytes())
                        .put("mostPixels", settings.mostPixels()));
    }

    private TrialSessions.Session session(HttpExchange exchange) {
        String token = "";
        for (String header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
            for (String part : header.split(";", 50)) {
                if (part.strip().startsWith(COOKIE + "=")) {
                    token = part.strip().substring(COOKIE.length() + 1);
                }
            }
        }
        return sessions.session(token);
    }

    private void recognize(HttpExchange exchange) throws IOException {
        TrialSessions.Session session = session(exchange);
        sessions.allowImage(session);
        byte[] image = body(exchange, settings.mostBytes());
        Map<String, String> query = query(exchange);
        ObjectNode slice = JsonNodeFactory.instance
                .objectNode()
                .put("source", word(query, "source", "photo"))
                .put("device.class", word(query, "device", "desktop"));
        send(
                exchange,
                service.recognize(
                        session, image, !query.getOrDefault("capture", "").equals("known"), slice));
    }

    private static String word(Map<String, String> query, String name, String otherwise) {
        String value = query.getOrDefault(name, otherwise);
        return value.matches("[a-z-]{1,20}") ? value : otherwise;
    }

    private void happened(HttpExchange exchange, String request) throws IOException {
        JsonNode events = json(exchange).path("events");
        service.happened(session(exchange), request, events);
        send(exchange, JsonNodeFactory.instance.objectNode().put("kept", events.size()));
    }

    private void formula(HttpExchange exchange) throws IOException {
        sessions.allowRendering(session(exchange));
        Map<String, String> query = query(exchange);
        String latex = query.getOrDefault("latex", "");
        if (latex.length() > MOST_LATEX) {
            throw new TrialRefusal(413, "too-long");
        }
        String size = query.getOrDefault("size", "");
        double pixels = size.matches("\\d{1,3}") ? Math.max(8, Math.min(80, Double.parseDouble(size))) : 28;
        int ink = query.containsKey("dark") ? 0xFFD1D7E0 : 0xFF1F2328;
        FormulaImage image = FormulaRenderer.render(latex, new RenderStyle(pixels, ink, true))
                .image()
                .orElseThrow(() -> new TrialRefusal(422, "not-drawn"));
        var picture = new java.awt.image.BufferedImage(
                image.width(), image.height(), java.awt.image.BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, image.width(), image.height(), image.argb(), 0, image.width());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        exchange.getResponseHeaders().set("Cache-Control", "private, max-age=3600");
        send(exchange, 200, "image/png", bytes.toByteArray());
    }

    private static void texts(HttpExchange exchange) throws IOException {
        boolean korean = query(exchange).getOrDefault("language", "").equals("ko");
        Words words = Words.of(korean ? Language.KOREAN : Language.ENGLISH);
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        for (String key : TrialTexts.KEYS) {
            texts.put(key, words.text("serve." + key));
        }
        send(exchange, texts);
    }

    private static void file(HttpExchange exchange, String path) throws IOException {
        String name = path.equals("/")
                ? "/sigmark/app/serve/trial.html"
                : path.equals("/icon.png") ? "/sigmark/icons/sigmark-64.png" : "/sigmark/app/serve" + path;
        try (InputStream in = TrialRoutes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new TrialRefusal(404, "no-page");
            }
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            send(exchange, 200, FILES.getOrDefault(path, "text/plain"), in.readAllBytes());
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        if (raw != null) {
            for (String part : raw.split("&", 20)) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    try {
                        query.put(
                                part.substring(0, equals),
                                URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
                    } catch (IllegalArgumentException notEncoded) {
                        throw new TrialRefusal(400, "bad-event");
                    }
                }
            }
        }
        return query;
    }

    private static JsonNode json(HttpExchange exchange) throws IOException {
        try {
            return MAPPER.readTree(body(exchange, MOST_JSON_BYTES));
        } catch (JsonProcessingException broken) {
            throw new TrialRefusal(400, "bad-event");
        }
    }

    private static byte[] body(HttpExchange exchange, int most) throws IOException {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        if (length != null && length.length() > 9 || length != null && Long.parseLong(length) > most) {
            throw new TrialRefusal(413, "too-large");
        }
        byte[] bytes = exchange.getRequestBody().readNBytes(most + 1);
        if (bytes.length > most) {
            throw new TrialRefusal(413, "too-large");
        }
        return bytes;
    }

    private static void refuse(HttpExchange exchange, int status, String key) {
        try {
            boolean korean = String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Language"))
                    .startsWith("ko");
            Words words = Words.of(korean ? Language.KOREAN : Language.ENGLISH);
            ObjectNode document = JsonNodeFactory.instance
                    .objectNode()
                    .put("error", key)
                    .put("words", words.text("serve.refused." + key));
            exchange.getResponseHeaders().set("Connection", "close");
            send(exchange, status, "application/json; charset=utf-8", MAPPER.writeValueAsBytes(document));
        } catch (IOException gone) {
            LOG.log(Level.FINE, "the client is gone", gone);
        }
    }

    private static void send(HttpExchange exchange, ObjectNode document) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        send(exchange, 200, "application/json; charset=utf-8", MAPPER.writeValueAsBytes(document));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
