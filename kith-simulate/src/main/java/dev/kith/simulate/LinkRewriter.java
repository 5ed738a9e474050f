package dev.kith.simulate;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Rewrites links as mail gateways do. */
final class LinkRewriter {
    /** Characters that Proofpoint's third form replaces by a star; the others stand as they are. */
    private static final String PROOFPOINT_REPLACED = "+#%*";

    private LinkRewriter() {}

    static String wrap(MailSystem.Gateway gateway, String url, String recipient, Dice dice) {
        return switch (gateway) {
            case NONE -> url;
            case SAFE_LINKS -> safeLinks(url, recipient, dice);
            case MIMECAST ->
                "https://protect-eu.mimecast.com/s/" + dice.text(Dice.URL.substring(0, 62), 22) + "?domain="
                        + host(url);
            case PROOFPOINT -> proofpoint(url, dice);
        };
    }

    private static String safeLinks(String url, String recipient, Dice dice) {
        String data = "05|02|" + recipient + "|" + dice.hex(32) + "|" + dice.hex(32) + "|0|0|6388" + dice.digits(14)
                + "|Unknown|TWFpbGZsb3d8" + dice.text(Dice.URL.substring(0, 62), 88) + "|0|||";
        return "https://eur0" + (1 + Math.floorMod(recipient.hashCode(), 5)) + ".safelinks.protection.outlook.com/?url="
                + encode(url) + "&data=" + encode(data) + "&sdata="
                + encode(dice.text(Dice.URL.substring(0, 62), 43) + "=") + "&reserved=0";
    }

    private static String proofpoint(String url, Dice dice) {
        StringBuilder shown = new StringBuilder();
        StringBuilder replaced = new StringBuilder();
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (PROOFPOINT_REPLACED.indexOf(c) >= 0) {
                shown.append('*');
                replaced.append(c);
            } else {
                shown.append(c);
            }
        }
        String bytes = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(replaced.toString().getBytes(StandardCharsets.US_ASCII));
        return "https://urldefense.com/v3/__" + shown + "__;" + bytes + "!!" + dice.text(Dice.URL.substring(0, 62), 12)
                + "!" + dice.text(Dice.URL, 60) + "$";
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String host(String url) {
        String host = URI.create(url).getHost();
        return host == null ? "" : host;
    }
}
