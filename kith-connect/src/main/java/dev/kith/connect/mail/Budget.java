package dev.kith.connect.mail;

import dev.kith.event.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one message may still cost, and what was found broken on the way. Work is counted in bytes, parts, pixels and
 * pages, never in time, so that the same bytes give the same answer on every machine.
 *
 * <p>Every limit is chosen by hand, so that a message at all limits at once is read in less than two seconds on one
 * slow core, and that ordinary mail (25 MB, a few dozen parts) meets none of them.
 */
final class Budget {
    static final int PARTS_MAX = 250;
    static final int PART_DEPTH_MAX = 20;
    static final int HEADER_FIELDS_MAX = 1_000;
    static final int HEADER_FIELD_BYTES_MAX = 64 << 10;
    static final int HEADER_BYTES_MAX = 512 << 10;
    static final long DECODED_BYTES_MAX = 64L << 20;
    static final int TEXT_BYTES_MAX = 1 << 20;
    static final long ALL_TEXT_BYTES_MAX = 3L << 20;
    static final long INFLATED_BYTES_MAX = 48L << 20;
    static final int ATTACHMENTS_MAX = 200;
    static final int ARCHIVE_DEPTH_MAX = 4;
    static final int LINKS_MAX = 500;
    static final int PROBLEMS_MAX = 40;
    static final int DOCUMENTS_MAX = 6;
    static final int PAGES_MAX = 20;
    static final int IMAGES_MAX = 12;
    static final long PIXELS_MAX = 10_000_000;
    static final int RENDERED_PAGES_MAX = 2;

    private static final int FILE_CHARS_MAX = 80; // chosen by hand: enough to find it by

    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> noted = new HashSet<>();
    private String file = "";
    private int parts = PARTS_MAX;
    private long decodedBytes = DECODED_BYTES_MAX;
    private long inflatedBytes = INFLATED_BYTES_MAX;
    private long textBytes = ALL_TEXT_BYTES_MAX;
    private int documents = DOCUMENTS_MAX;
    private int pages = PAGES_MAX;
    private int renderedPages = RENDERED_PAGES_MAX;
    private int images = IMAGES_MAX;
    private long pixels = PIXELS_MAX;

    List<Problem> problems() {
        return problems;
    }

    /**
     * Notes a problem and the file it was met in; the same code is noted once for each file, and beyond a stated number
     * none.
     */
    void problem(String code, String detail) {
        if (problems.size() < PROBLEMS_MAX && noted.add(code + "\n" + file)) {
            problems.add(Problem.of(code, Words.printable(file.isEmpty() ? detail : detail + ", in " + file)));
        }
    }

    /** Enters a file, of which the problems to come are told. Returns the file left, to be entered again afterwards. */
    String enter(String name) {
        String left = file;
        file = Words.cut(name, FILE_CHARS_MAX);
        return left;
    }

    boolean takePart() {
        return parts-- > 0 || refused("too-many-parts", "more than " + PARTS_MAX + " parts");
    }

    /** How many of the wanted decoded bytes may be kept. */
    int takeDecoded(long wanted) {
        long granted = Math.min(wanted, decodedBytes);
        decodedBytes -= granted;
        return (int) granted;
    }

    long decodedLeft() {
        return decodedBytes;
    }

    /** How many bytes of a text may be read as text. */
    int takeText(int wanted) {
        int granted = (int) Math.min(Math.min(wanted, TEXT_BYTES_MAX), textBytes);
        if (granted < wanted) {
            problem("text-too-long", "text of " + wanted + " bytes was cut");
        }
        textBytes -= granted;
        return granted;
    }

    long inflatedLeft() {
        return inflatedBytes;
    }

    void spendInflated(long bytes) {
        inflatedBytes = Math.max(0, inflatedBytes - bytes);
    }

    boolean takeDocument() {
        return documents-- > 0 || refused("too-many-documents", "more than " + DOCUMENTS_MAX + " documents to open");
    }

    boolean takePage() {
        return pages-- > 0 || refused("too-many-pages", "more than " + PAGES_MAX + " pages");
    }

    boolean takeRenderedPage() {
        return renderedPages-- > 0;
    }

    boolean takeImage(long wantedPixels) {
        if (images <= 0 || wantedPixels > pixels) {
            return refused("too-many-images", "images beyond the limit were not searched for codes");
        }
        images--;
        pixels -= wantedPixels;
        return true;
    }

    private boolean refused(String code, String detail) {
        problem(code, detail);
        return false;
    }
}
