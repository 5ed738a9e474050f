package dev.kith.connect.mail;

import dev.kith.connect.intel.Intel;
import dev.kith.connect.link.LinkReading;
import dev.kith.event.EmailActivity;
import dev.kith.event.IntList;
import dev.kith.event.MailText;
import dev.kith.event.SourceRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Sample messages of our own, and a parser whose text features are the texts themselves. */
final class Samples {
    /** Puts the author's text into the preview and the quotation into the only cue. */
    private static final TextAnalyser ECHO = (subject, author, quoted, traits) ->
            new MailText("", author.split("\\s+").length, IntList.of(), 0, Map.of(), List.of(quoted), traits, author);

    private Samples() {}

    static MailParser parser() {
        return new MailParser(Intel.unknown(), new SimpleLinkReader(), ECHO);
    }

    static EmailActivity parse(byte[] message) {
        return parser().parse(message, new SourceRef("sample.mbox", 7));
    }

    /** With the link reader in use: what a page hides and draws is its matter. */
    static EmailActivity parseWithLinks(byte[] message) {
        return new MailParser(Intel.unknown(), new LinkReading(Intel.unknown()), ECHO)
                .parse(message, new SourceRef("sample.mbox", 7));
    }

    static EmailActivity parse(String message) {
        return parse(message.getBytes(StandardCharsets.UTF_8));
    }

    static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> messages() {
        return files(".").stream()
                .filter(file -> file.toString().endsWith(".eml"))
                .toList();
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String name) {
        URL url = Objects.requireNonNull(Samples.class.getResource("plain-reply.eml"), "plain-reply.eml");
        try {
            return Objects.requireNonNull(Path.of(url.toURI()).getParent()).resolve(name);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
