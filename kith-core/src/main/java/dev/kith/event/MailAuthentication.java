package dev.kith.event;

/**
 * One result of one method in one Authentication-Results header (RFC 8601, and Outlook's form without an authserv-id).
 *
 * @param authservId who says so, lower case; empty in Outlook's form
 * @param header 0 for the topmost such header
 * @param arc whether it stood in an ARC-Authentication-Results header (RFC 8617)
 * @param method spf, dkim, dmarc, arc, compauth ... in lower case
 * @param domain the domain it is about (smtp.mailfrom, header.d, header.from); empty where not said
 */
public record MailAuthentication(
        String authservId, int header, boolean arc, String method, Verdict verdict, String domain) {
    /** RFC 8601 results. Anything unknown is {@code NONE}. */
    public enum Verdict {
        PASS,
        FAIL,
        SOFTFAIL,
        NEUTRAL,
        NONE,
        TEMPERROR,
        PERMERROR
    }
}
