package dev.kith.connect.alert;

import dev.kith.event.DetectionFinding.Severity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Which columns of a table, or fields of JSON, hold what an alert says.
 *
 * @param product who raised the alerts
 * @param columns by what they hold; {@code time} and {@code title} are among them
 * @param severities what the product's own names of severities mean, in lower case
 */
public record AlertMapping(String product, Map<String, String> columns, Map<String, Severity> severities) {
    /** What a column may hold. */
    private static final Set<String> HELD = new TreeSet<>(Set.of(
            "time",
            "activity",
            "title",
            "rule",
            "id",
            "severity",
            "confidence",
            "status",
            "url",
            "technique",
            "account",
            "address",
            "ip",
            "device",
            "file",
            "message"));

    /** Nobody writes longer ones. Chosen by hand. */
    private static final long BYTES_MAX = 1 << 16;

    public AlertMapping {
        columns = Map.copyOf(columns);
        severities = Map.copyOf(severities);
    }

    /** A mapping that cannot be used; its message names the file, the line and why. */
    public static final class WrongException extends IOException {
        private static final long serialVersionUID = 1;

        WrongException(String message) {
            super(message);
        }
    }

    /**
     * Reads a mapping from a file.
     *
     * @throws WrongException for what is none; names the file, the line and the reason
     */
    public static AlertMapping read(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw new WrongException(file + ": is longer than a mapping can be");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return read(file.toString(), text);
        } catch (CharacterCodingException e) {
            throw new WrongException(file + ": is no text in UTF-8");
        }
    }

    /** The same from a text; {@code file} is what it is called. */
    static AlertMapping read(String file, String text) throws WrongException {
        Node root;
        try {
            root = new Compose(LoadSettings.builder().setLabel(file).build())
                    .composeString(text)
                    .orElseThrow(() -> new WrongException(file + ", line 1: is empty"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw new WrongException(file + ", line " + line + ": " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new WrongException(file + ": " + e.getMessage());
        }
        String product = "";
        Map<String, String> columns = new LinkedHashMap<>();
        Map<String, Severity> severities = new TreeMap<>();
        for (NodeTuple entry : entries(file, root)) {
            String key = text(file, entry.getKeyNode());
            if (key.equals("product")) {
                product = text(file, entry.getValueNode());
            } else if (key.equals("severities")) {
                severities(file, entry.getValueNode(), severities);
            } else if (!HELD.contains(key)) {
                throw wrong(
                        file,
                        entry.getKeyNode(),
                        "unknown key " + key + "; known are product, severities, " + String.join(", ", HELD));
            } else if (columns.put(key, text(file, entry.getValueNode())) != null) {
                throw wrong(file, entry.getKeyNode(), key + " is said twice");
            }
        }
        for (String needed : new String[] {"time", "title"}) {
            if (!columns.containsKey(needed)) {
                throw wrong(file, root, needed + " is missing: which column holds it?");
            }
        }
        return new AlertMapping(product.isEmpty() ? "mapped alerts" : product, columns, severities);
    }

    private static void severities(String file, Node node, Map<String, Severity> found) throws WrongException {
        for (NodeTuple entry : entries(file, node)) {
            String meaning = text(file, entry.getValueNode());
            Severity severity = FindingBuilder.severity(meaning);
            if (severity == Severity.UNKNOWN) {
                throw wrong(
                        file,
                        entry.getValueNode(),
                        "no severity: " + meaning + "; there are critical, high, medium, low, informational");
            }
            found.put(text(file, entry.getKeyNode()).toLowerCase(Locale.ROOT), severity);
        }
    }

    private static Iterable<NodeTuple> entries(String file, Node node) throws WrongException {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue();
        }
        throw wrong(file, node, "is no mapping of names to names");
    }

    private static String text(String file, Node node) throws WrongException {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw wrong(file, node, "a name is missing here");
    }

    private static WrongException wrong(String file, Node node, String why) {
        int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
        return new WrongException(file + ", line " + line + ": " + why);
    }
}
