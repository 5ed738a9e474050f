package dev.kith.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.simulate.Label.Truth;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads every message of a simulation with another library. */
class MessageTest {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final Recorder RECORDER = new Recorder(true);
    private static final List<Message> MESSAGES = new ArrayList<>();

    @BeforeAll
    static void live() throws IOException {
        Simulation.run(new Simulation.Settings(Story.MIXED, 25, 40, 12, LocalDate.of(2026, 3, 2)), RECORDER);
        for (byte[] bytes : RECORDER.messages) {
            MESSAGES.add(new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(bytes)));
        }
    }

    @Test
    void everyMessage_hasTheHeadersItsLabelSays() {
        for (int i = 0; i < MESSAGES.size(); i++) {
            Message message = MESSAGES.get(i);
            assertThat(message.getMessageId()).isEqualTo(RECORDER.labels.get(i).messageId());
            assertThat(message.getFrom()).hasSize(1);
            assertThat(message.getTo()).isNotEmpty();
            assertThat(message.getSubject()).isNotBlank();
            assertThat(message.getMimeType()).matches("(text|multipart)/[a-z]+");
        }
    }

    @Test
    void datesOfTheWay_neverRunBackwards() {
        for (int i = 0; i < MESSAGES.size(); i++) {
            Message message = MESSAGES.get(i);
            List<Instant> hops = new ArrayList<>();
            for (Field field : message.getHeader().getFields("Received")) {
                String body = field.getBody();
                hops.add(DATE.parse(body.substring(body.lastIndexOf(';') + 1).strip(), Instant::from));
            }
            assertThat(hops).hasSizeGreaterThanOrEqualTo(2);
            assertThat(hops).isSortedAccordingTo(java.util.Comparator.reverseOrder());
            Instant written = message.getDate().toInstant();
            assertThat(Duration.between(written, hops.get(hops.size() - 1)))
                    .isBetween(Duration.ZERO, Duration.ofSeconds(5));
            assertThat(Duration.between(RECORDER.labels.get(i).time(), hops.get(0))
                            .abs())
                    .isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void everyPart_canBeDecoded() throws IOException {
        int texts = 0;
        for (Message message : MESSAGES) {
            texts += decode(message);
        }
        assertThat(texts).isGreaterThan(MESSAGES.size());
    }

    private static int decode(Entity entity) throws IOException {
        Body body = entity.getBody();
        if (body instanceof Multipart multipart) {
            int texts = 0;
            assertThat(multipart.getBodyParts()).isNotEmpty();
            for (Entity part : multipart.getBodyParts()) {
                texts += decode(part);
            }
            return texts;
        }
        try (InputStream stream = ((SingleBody) body).getInputStream()) {
            byte[] bytes = stream.readAllBytes();
            assertThat(bytes).isNotEmpty();
            if (!entity.getMimeType().startsWith("text/")) {
                return 0;
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            assertThat(text).doesNotContain("\uFFFD").doesNotContain(dev.kith.simulate.Body.mark(0));
            return 1;
        }
    }

    @Test
    void lines_keepTheLimitsOfTheStandard() {
        for (byte[] bytes : RECORDER.messages) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            assertThat(text.split("\r\n", -1)).allMatch(line -> line.length() <= 998 && line.indexOf('\n') < 0);
        }
    }

    @Test
    void mailFromHijackedPartners_passesAsTheirLawfulMailDoes() {
        for (int i = 0; i < MESSAGES.size(); i++) {
            Label label = RECORDER.labels.get(i);
            if (label.truth() == Truth.ATTACK && label.kind().equals("partner")) {
                String results = results(MESSAGES.get(i));
                String lawful = lawful(label.who());
                if (!lawful.isEmpty()) {
                    assertThat(verdicts(results)).isEqualTo(verdicts(lawful));
                }
            }
        }
    }

    private static String results(Message message) {
        Field field = message.getHeader().getField("Authentication-Results");
        return field == null ? "" : field.getBody();
    }

    private static String lawful(String who) {
        String found = "";
        for (int i = 0; i < MESSAGES.size(); i++) {
            Label label = RECORDER.labels.get(i);
            if (label.truth() == Truth.LEGIT
                    && label.who().equals(who)
                    && label.direction().equals("inbound")
                    && label.kind().startsWith("partner")) {
                found = results(MESSAGES.get(i));
            }
        }
        return found;
    }

    /** The words after spf=, dkim= and dmarc=, in order. */
    private static List<String> verdicts(String results) {
        return java.util.regex.Pattern.compile("\\b(spf|dkim|dmarc)=([a-z]+)")
                .matcher(results)
                .results()
                .map(found -> found.group())
                .toList();
    }
}
