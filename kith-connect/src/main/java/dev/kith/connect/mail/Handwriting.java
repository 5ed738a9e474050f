package dev.kith.connect.mail;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * The handwriting of a program: order and spelling of the headers it writes into every mail, the form of its Message-ID,
 * whether it writes text, HTML or both, and how its boundaries begin. Headers that come and go with the single mail (Cc,
 * In-Reply-To, priority, transfer encoding) and those of relays and lists are left out, and attachments do not count, so
 * that one program of one person keeps its hand. A relay that reorders headers changes the hand.
 */
final class Handwriting {
    /** What author's programs write whatever the mail, lower case. */
    private static final Set<String> OWN = Set.of(
            "from",
            "to",
            "subject",
            "date",
            "message-id",
            "mime-version",
            "content-type",
            "user-agent",
            "x-mailer",
            "thread-topic",
            "thread-index",
            "accept-language",
            "content-language",
            "organization",
            "x-ms-has-attach",
            "x-ms-tnef-correlator",
            "x-mimeole",
            "x-phpmailer",
            "autocrypt",
            "x-enigmail-version");

    private static final int BOUNDARY_CHARS = 8; // chosen by hand: the part before what varies, in the known programs

    private Handwriting() {}

    static long of(HeaderBlock headers, MessageBody.Skeleton skeleton, String boundary) {
        Hasher hasher = Hashing.sha256().newHasher();
        Set<String> seen = new HashSet<>();
        for (HeaderBlock.Field field : headers.fields()) {
            String lower = Words.lower(field.name());
            if (OWN.contains(lower) && seen.add(lower)) {
                hasher.putString(field.name(), StandardCharsets.UTF_8).putByte((byte) '\n');
            }
        }
        String id = MessageIds.first(headers.first("message-id"));
        String local = id.isEmpty() ? "" : id.substring(1, Math.max(1, id.lastIndexOf('@')));
        hasher.putString(MessageIds.localForm(local), StandardCharsets.UTF_8).putByte((byte) '\n');
        hasher.putString(skeleton.name(), StandardCharsets.UTF_8).putByte((byte) '\n');
        if (skeleton == MessageBody.Skeleton.BOTH) {
            hasher.putString(boundaryForm(boundary), StandardCharsets.UTF_8);
        }
        return hasher.hash().asLong();
    }

    /** The beginning of a boundary, digits and hexadecimal letters as 0. */
    static String boundaryForm(String boundary) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < boundary.length() && i < BOUNDARY_CHARS; i++) {
            char c = boundary.charAt(i);
            form.append(Character.digit(c, 16) >= 0 ? '0' : c);
        }
        return form.toString();
    }
}
