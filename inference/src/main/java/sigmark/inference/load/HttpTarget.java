package sigmark.inference.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A service over HTTP: the same image is posted each time, or the address is fetched when there is none. */
public final class HttpTarget implements LoadTarget {
    private final HttpClient client;
    private final HttpRequest request;

    /**
     * @param body image bytes to post; empty to fetch
     * @param contentType of the body, such as {@code image/png}
     */
    public HttpTarget(URI address, byte[] body, String contentType, Duration timeout) {
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
        HttpRequest.Builder builder = HttpRequest.newBuilder(address).timeout(timeout);
        this.request = body.length == 0
                ? builder.GET().build()
                : builder.header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
    }

    @Override
    public void send(int number) throws IOException, InterruptedException {
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status < 200 || status >= 300) {
            throw new IOException("status " + status);
        }
    }
}
