package sigmark.app.serve.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A person's hands on the trial page: what can be done there, by name. */
final class TrialPage implements AutoCloseable {
    private static final int MOST_MILLIS = 100_000;

    private final Chromium browser;
    private final String address;

    TrialPage(Chromium browser, String address) throws Exception {
        this.browser = browser;
        this.address = address;
        for (String domain : new String[] {"Page", "Runtime", "Network", "DOM"}) {
            browser.send(domain + ".enable", Chromium.with());
        }
    }

    Chromium browser() {
        return browser;
    }

    /** Takes the size of a phone or a window. */
    void size(int width, int height, boolean phone) throws Exception {
        browser.send(
                "Emulation.setDeviceMetricsOverride",
                Chromium.with()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", phone ? 2 : 1)
                        .put("mobile", phone));
        browser.send("Emulation.setTouchEmulationEnabled", Chromium.with().put("enabled", phone));
    }

    /** Opens the page as somebody new, or as the user that it was. */
    void open(boolean asSomebodyNew) throws Exception {
        if (asSomebodyNew) {
            browser.send("Network.clearBrowserCookies", Chromium.with());
            browser.send(
                    "Storage.clearDataForOrigin",
                    Chromium.with()
                            .put("origin", address.substring(0, address.length() - 1))
                            .put("storageTypes", "local_storage"));
        }
        browser.run("window.left = true");
        browser.send("Page.navigate", Chromium.with().put("url", address));
        until("!window.left && document.readyState === 'complete' && typeof session !== 'undefined'"
                + " && (session !== null || !document.getElementById('pair').hidden)");
    }

    /** Opens the page as a user of that pseudonym, in a language. */
    void openAs(String pseudonym, String language) throws Exception {
        browser.send("Network.clearBrowserCookies", Chromium.with());
        browser.send("Page.navigate", Chromium.with().put("url", address + "icon.png"));
        until("location.pathname === '/icon.png' && document.readyState === 'complete'");
        browser.run("localStorage.user = " + quoted(pseudonym) + "; localStorage.language = " + quoted(language));
        open(false);
        until("session.user === " + quoted(pseudonym));
    }

    /** Waits until an expression holds in the page. */
    void until(String condition) throws Exception {
        JsonNode held = browser.run(
                """
                new Promise(done => { const end = performance.now() + %d; (function look() {
                  let now = false; try { now = !!(%s); } catch (error) { now = false; }
                  if (now || performance.now() > end) done(now); else setTimeout(look, 40); })(); })"""
                        .formatted(MOST_MILLIS, condition));
        if (!held.asBoolean()) {
            throw new AssertionError("did not happen on the page: " + condition + "; it shows: "
                    + browser.run("document.body.innerText").asText());
        }
    }

    void click(String selector) throws Exception {
        until("document.querySelector(" + quoted(selector) + ")");
        browser.run("document.querySelector(" + quoted(selector) + ").click()");
    }

    static String quoted(String text) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
    }

    /** Chooses a photo from the device and sends it as it is. */
    void photo(Path image) throws Exception {
        JsonNode root = browser.send("DOM.getDocument", Chromium.with()).path("root");
        JsonNode field = browser.send(
                "DOM.querySelector",
                Chromium.with().put("nodeId", root.path("nodeId").asInt()).put("selector", "#file"));
        var files = Chromium.with().put("nodeId", field.path("nodeId").asInt());
        files.putArray("files").add(image.toAbsolutePath().toString());
        browser.send("DOM.setFileInputFiles", files);
        until("!document.getElementById('check').hidden");
    }

    /** Sends what is in the preview and waits until results and their drawings are there. */
    void send() throws Exception {
        click("#send");
        until("!document.getElementById('result').hidden && request && displayedAt > 0 && waiting.length === 0");
    }

    /** Number of results shown, those that the user drew among them. */
    int results() throws Exception {
        return browser.run("request.results.length").asInt();
    }

    /** The request as the page has it. */
    JsonNode request() throws Exception {
        return browser.run("request");
    }

    /** Waits until all that was done is on the server's disk. */
    void kept() throws Exception {
        until("waiting.length === 0");
    }

    private String card(int index) {
        return "#cards > li:nth-child(" + (index + 1) + ")";
    }

    /** Looks at a result for longer than a second. */
    void look(int index) throws Exception {
        String id = browser.run("request.results[" + index + "].id").asText();
        browser.run("document.querySelector(" + quoted(card(index)) + ").scrollIntoView({block: 'center'})");
        until("looked.has(request.requestId + " + quoted(id) + ")");
        kept();
    }

    void accept(int index) throws Exception {
        press(index, "accept");
        kept();
    }

    void delete(int index) throws Exception {
        press(index, "delete");
        kept();
    }

    void takeBack(int index) throws Exception {
        press(index, "undo");
        kept();
    }

    /** Writes another LaTeX and keeps it. */
    void edit(int index, String latex) throws Exception {
        press(index, "edit");
        write(index, latex);
    }

    private void write(int index, String latex) throws Exception {
        browser.run("{ const area = document.querySelector(" + quoted(card(index) + " textarea") + "); area.value = "
                + quoted(latex) + "; area.dispatchEvent(new Event('input')); }");
        press(index, "save");
        kept();
    }

    private void press(int index, String key) throws Exception {
        String pressed = "[...document.querySelectorAll(" + quoted(card(index) + " button")
                + ")].find(one => one.textContent === words(" + quoted(key) + "))";
        until(pressed);
        browser.run(pressed + ".click()");
    }

    /** Draws a box over a share of the page and writes its LaTeX. */
    void add(double left, double top, double right, double bottom, String latex) throws Exception {
        click("#add");
        browser.run("document.getElementById('boxes').scrollIntoView({block: 'start'})");
        drag("#boxes", left, top, right, bottom);
        until("request.results[request.results.length - 1].state === 'added'");
        write(results() - 1, latex);
    }

    /** Drags from one corner of an element's box to another; shares of its width and height. */
    void drag(String selector, double left, double top, double right, double bottom) throws Exception {
        JsonNode at = browser.run("(r => [r.left, r.top, r.width, r.height])(document.querySelector(" + quoted(selector)
                + ").getBoundingClientRect())");
        double x = at.get(0).asDouble();
        double y = at.get(1).asDouble();
        double width = at.get(2).asDouble();
        double height = at.get(3).asDouble();
        mouse("mousePressed", x + left * width, y + top * height);
        mouse("mouseMoved", x + right * width, y + bottom * height);
        mouse("mouseReleased", x + right * width, y + bottom * height);
    }

    private void mouse(String what, double x, double y) throws Exception {
        browser.send(
                "Input.dispatchMouseEvent",
                Chromium.with()
                        .put("type", what)
                        .put("x", x)
                        .put("y", y)
                        .put("button", "left")
                        .put("buttons", what.equals("mouseReleased") ? 0 : 1)
                        .put("clickCount", 1));
    }

    void complain(String words) throws Exception {
        browser.run("document.getElementById('words').value = " + quoted(words));
        click("#complaint button");
        until("document.getElementById('complained').textContent === words('complain.sent')");
    }

    void again() throws Exception {
        click("#result .to-start");
        until("!document.getElementById('start').hidden");
    }

    /** What can be read on it now. */
    String text() throws Exception {
        return browser.run("document.body.innerText").asText();
    }

    /** A picture of the whole page as it is shown. */
    void shoot(Path file) throws Exception {
        JsonNode shot = browser.send(
                "Page.captureScreenshot", Chromium.with().put("format", "png").put("captureBeyondViewport", true));
        Files.write(file, Base64.getDecoder().decode(shot.path("data").asText()));
    }

    @Override
    public void close() {
        browser.close();
    }
}
