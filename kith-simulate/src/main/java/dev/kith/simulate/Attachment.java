package dev.kith.simulate;

/**
 * A file that goes with a mail.
 *
 * @param type its media type
 * @param base64 its content, encoded, without line breaks
 */
record Attachment(String name, String type, String base64) {}
