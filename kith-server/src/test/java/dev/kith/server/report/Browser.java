package dev.kith.server.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A Chromium without a window, spoken to by the DevTools protocol (chromedevtools.github.io/devtools-protocol): the
 * one way to give it a width below 500 pixels, and to hear what it complains of.
 */
final class Browser {
    /** Chosen by hand: a busy machine takes seconds, a hanging browser for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final Listener listener;
    private final AtomicInteger sent = new AtomicInteger();

    private Browser(Process process, WebSocket socket, Listener listener) {
        this.process = process;
        this.socket = socket;
        this.listener = listener;
    }

    /** Where a Chromium is installed. */
    static Optional<Path> installed() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
                Path program = Path.of(folder.isEmpty() ? "." : folder, name);
                if (Files.isExecutable(program)) {
                    return Optional.of(program);
                }
            }
        }
        return Optional.empty();
    }

    /** Starts one with an empty profile of its own, and opens a page in it. */
    static Browser open(Path program, Path profile, Path page) throws Exception {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        page.toUri().toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Listener listener = new Listener();
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(debugger(process, profile), listener)
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            Browser browser = new Browser(process, socket, listener);
            for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
                browser.call(domain + ".enable", Map.of());
            }
            browser.load(page);
            return browser;
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** The address at which the first page listens: the browser writes its port down in its profile. */
    private static URI debugger(Process process, Path profile) throws Exception {
        Path port = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() - end < 0) {
            if (Files.exists(port) && Files.size(port) > 0) {
                String number = Files.readAllLines(port, StandardCharsets.UTF_8).get(0);
                HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + number + "/json/list"))
                        .build();
                String body = HttpClient.newHttpClient()
                        .send(list, HttpResponse.BodyHandlers.ofString())
                        .body();
                for (JsonNode target : JSON.readTree(body)) {
                    if (target.path("type").asText().equals("page")) {
                        return URI.create(target.path("webSocketDebuggerUrl").asText());
                    }
                }
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        throw new IOException("the browser does not listen");
    }

    /** Loads a page anew, and waits until it is shown. */
    void load(Path page) throws Exception {
        listener.loaded = new CompletableFuture<>();
        call("Page.navigate", Map.of("url", page.toUri().toString()));
        listener.loaded.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Shows the page so many pixels wide. */
    void width(int pixels) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 844, "deviceScaleFactor", 1, "mobile", pixels < 600));
    }

    /** Shows it as in {@code print}, or, empty, where it really is, to somebody who likes {@code light} or {@code dark}. */
    void medium(String printOrEmpty, String lightOrDark) throws Exception {
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        printOrEmpty,
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", lightOrDark))));
    }

    /** The value of an expression of JavaScript in the page. */
    JsonNode value(String expression) throws Exception {
        JsonNode result = call(
                "Runtime.evaluate", Map.of("expression", "JSON.stringify(" + expression + ")", "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.path("exceptionDetails"));
        }
        return JSON.readTree(result.path("result").path("value").asText("null"));
    }

    /** Sends a command and waits for its result. */
    JsonNode call(String method, Map<String, ?> parameters) throws Exception {
        int id = sent.incrementAndGet();
        ObjectNode command = JSON.createObjectNode();
        command.put("id", id).put("method", method).set("params", JSON.valueToTree(parameters));
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        listener.answers.put(id, answer);
        socket.sendText(command.toString(), true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        JsonNode message = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (message.has("error")) {
            throw new AssertionError(method + ": " + message.path("error"));
        }
        return message.path("result");
    }

    /** Everything the page's console said, and every address asked for but the page itself. */
    List<String> complaints() {
        return List.copyOf(listener.complaints);
    }

    /** Ends it. */
    void end() throws Exception {
        try {
            call("Browser.close", Map.of());
        } finally {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** Hears the browser. */
    private static final class Listener implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
        private final List<String> complaints = new CopyOnWriteArrayList<>();
        private final StringBuilder part = new StringBuilder();
        private volatile CompletableFuture<Boolean> loaded = new CompletableFuture<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                hear(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void hear(String text) {
            JsonNode message;
            try {
                message = JSON.readTree(text);
            } catch (IOException e) {
                complaints.add("not understood: " + text);
                return;
            }
            CompletableFuture<JsonNode> answer =
                    answers.remove(message.path("id").asInt(-1));
            if (answer != null) {
                answer.complete(message);
            }
            JsonNode parameters = message.path("params");
            switch (message.path("method").asText()) {
                case "Page.loadEventFired" -> loaded.complete(true);
                case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded" ->
                    complaints.add(parameters.toString());
                case "Network.requestWillBeSent" ->
                    request(parameters.path("request").path("url").asText());
                default -> {
                    // Nothing that a report should be silent about.
                }
            }
        }

        private void request(String url) {
            if (!url.startsWith("file:") && !url.startsWith("data:")) {
                complaints.add("asked for " + url);
            }
        }
    }

    /** For the failure messages of tests. */
    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
