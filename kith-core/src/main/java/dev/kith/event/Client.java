package dev.kith.event;

/**
 * The program an account was used with. Any part is empty where the source does not say.
 *
 * @param userAgent as sent, cut to a stated length by the normaliser
 * @param applicationId application (client) id
 * @param application its name
 * @param deviceId id of a registered device, or its name
 * @param protocol how it spoke: Browser, IMAP4, Exchange ActiveSync ...
 */
public record Client(String userAgent, String applicationId, String application, String deviceId, String protocol) {
    public static final Client UNKNOWN = new Client("", "", "", "", "");
}
