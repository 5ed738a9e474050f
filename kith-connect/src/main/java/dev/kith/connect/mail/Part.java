package dev.kith.connect.mail;

import java.util.List;

/**
 * One node of the MIME tree: a leaf with its decoded content, a multipart with its children, or an attached message with
 * one child, whose header is that of the message.
 *
 * @param type lower case; {@code text/plain} where none is declared
 * @param disposition inline, attachment or empty
 * @param fileName decoded; empty where none
 * @param sizeBytes size of the decoded content before any cut
 */
@SuppressWarnings("ArrayRecordComponent") // content is shared for speed, never compared
record Part(
        HeaderBlock headers,
        String type,
        HeaderParameters contentType,
        String disposition,
        String fileName,
        byte[] content,
        long sizeBytes,
        List<Part> children) {

    boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    boolean isMessage() {
        return type.equals("message/rfc822") || type.equals("message/global");
    }
}
