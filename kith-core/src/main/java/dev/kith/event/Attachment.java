package dev.kith.event;

import java.util.Set;

/**
 * A file in a mail, or in an archive in a mail.
 *
 * @param name file name, decoded, cut; archive members with their path; empty where none
 * @param declaredType Content-Type as declared, lower case; empty for archive members
 * @param type what the bytes are: pdf, html, zip, exe, docx, xls, ics, png, eml ...; {@code unknown} where not recognised
 * @param sizeBytes size after decoding
 * @param hash 64-bit hash of its bytes
 * @param depth 0 for a part of the mail, 1 for a member of an archive in it, and so on
 */
public record Attachment(
        String name, String declaredType, String type, long sizeBytes, long hash, int depth, Set<Trait> traits) {
    public Attachment {
        traits = Set.copyOf(traits);
    }

    /** What is dangerous or telling about it. */
    public enum Trait {
        INLINE,
        EXECUTABLE,
        SCRIPT,
        SHORTCUT,
        DISK_IMAGE,
        MACRO,
        REMOTE_TEMPLATE,
        ENCRYPTED,
        ARCHIVE,
        HTML_FORM,
        HTML_SCRIPT,
        HTML_SMUGGLING,
        PDF_SCRIPT,
        PDF_LAUNCH,
        QR_CODE,
        TYPE_MISMATCH,
        DOUBLE_EXTENSION,
        DECEPTIVE_NAME,
        NOT_OPENED
    }
}
