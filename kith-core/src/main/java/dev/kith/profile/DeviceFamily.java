package dev.kith.profile;

import dev.kith.event.Client;
import java.util.List;
import java.util.Locale;

/**
 * The family of a device and program, such as {@code windows/edge}: what stays the same when a browser is updated.
 *
 * <p>Made from the user agent, whose versions change monthly and say nothing of who sits there. Programs that are no browsers
 * go by their name ({@code sync}, {@code rest}, {@code imap}).
 */
final class DeviceFamily {
    private DeviceFamily() {}

    /** The family; empty where the source does not say. */
    static String of(Client client) {
        String agent = client.userAgent().toLowerCase(Locale.ROOT);
        String protocol = client.protocol().toLowerCase(Locale.ROOT);
        if (agent.isEmpty()) {
            return protocol.isEmpty() || protocol.equals("browser") ? "" : name(protocol);
        }
        String system = system(agent);
        String program = program(agent);
        if (system.isEmpty() && program.isEmpty()) {
            return name(agent);
        }
        return (system.isEmpty() ? "?" : system) + "/" + (program.isEmpty() ? "?" : program);
    }

    /** Whether the provider's own servers fetched something for the account, so that their address says nothing. */
    static boolean isProxy(String family) {
        return family.equals("mswac");
    }

    /** Whether it is a machine that people sit before, or carry. */
    static boolean hasSystem(String family) {
        int slash = family.indexOf('/');
        return slash > 0 && family.charAt(0) != '?';
    }

    /** Whether it is a program that works by itself; what only names a protocol of mail may be anybody's telephone. */
    static boolean isProgram(String family) {
        return !family.isEmpty()
                && !hasSystem(family)
                && !isProxy(family)
                && PROTOCOLS.stream().noneMatch(family::startsWith)
                && !family.equals("?/sync")
                && !family.equals("?/outlook")
                && !family.equals("?/teams");
    }

    /** Names of protocols and of what stands for them in logs. */
    private static final List<String> PROTOCOLS = List.of(
            "imap", "pop", "smtp", "authenticated", "exchange", "activesync", "mapi", "autodiscover", "bav2", "other");

    private static String system(String agent) {
        if (agent.contains("iphone")
                || agent.contains("ipad")
                || agent.endsWith("; ios")
                || agent.contains("mobile safari") && !agent.contains("android")) {
            return "ios";
        }
        if (agent.contains("android")) {
            return "android";
        }
        if (agent.contains("windows")) {
            return "windows";
        }
        if (agent.contains("mac os") || agent.contains("macos") || agent.contains("macintosh")) {
            return "mac";
        }
        return agent.contains("linux") || agent.contains("x11") ? "linux" : "";
    }

    private static String program(String agent) {
        if (agent.contains("skydrivesync") || agent.contains("onedrive")) {
            return "sync";
        }
        if (agent.contains("edg/")
                || agent.contains("edga/")
                || agent.contains("edgios/")
                || agent.startsWith("edge")) {
            return "edge";
        }
        if (agent.contains("firefox")) {
            return "firefox";
        }
        if (agent.contains("outlook")) {
            return "outlook";
        }
        if (agent.contains("teams")) {
            return "teams";
        }
        if (agent.contains("chrome") || agent.contains("crios")) {
            return "chrome";
        }
        return agent.contains("safari") ? "safari" : "";
    }

    /** The leading name without versions: {@code BAV2ROPC/1.0} and {@code BAV2ROPC} are one. */
    private static String name(String text) {
        int end = 0;
        while (end < text.length() && end < 40 && "/;( ".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, end);
    }
}
