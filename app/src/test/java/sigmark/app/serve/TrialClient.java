package sigmark.app.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import javax.imageio.ImageIO;

/** Does what the trial's page does. */
public final class TrialClient {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;

    TrialClient(int port) {
        address = "http://localhost:" + port;
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    HttpResponse<byte[]> get(String path) {
        return send(to(path));
    }

    HttpResponse<byte[]> post(String path, byte[] body) {
        return send(to(path).header("X-Sigmark", "1").POST(BodyPublishers.ofByteArray(body)));
    }

    JsonNode json(HttpResponse<byte[]> response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    JsonNode enter(String code, String user) {
        return json(post("/api/session", bytes("{\"code\":\"%s\",\"user\":\"%s\"}".formatted(code, user))));
    }

    JsonNode photo(byte[] image) {
        return json(post("/api/requests?capture=known&device=phone", image));
    }

    int tell(String request, String events) {
        return post("/api/requests/" + request + "/events", bytes("{\"events\":[" + events + "]}"))
                .statusCode();
    }

    static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    public static byte[] image(int width, int height, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
