package dev.kith.connect.link;

import java.util.Optional;

/**
 * Rewritings of security gateways and mailers, each known by its host. The formats of the larger ones are listed in the
 * tests, with one made-up address each. A gateway whose inner address cannot be read is stated as opaque, never guessed.
 */
final class Gateways {
    private Gateways() {}

    static Optional<Layer> open(WebAddress address) {
        return switch (lastTwoLabels(address.host())) {
            case "outlook.com", "office365.us", "outlook.cn" -> safeLinks(address);
            case "office.net", "office.com" -> microsoft(address);
            case "azure.net" ->
                when(
                        address,
                        "safelink.emails.azure.net",
                        "/redirect",
                        "azure-mail",
                        address.addressParameter("destination"));
            case "proofpoint.com", "urldefense.com", "urldefense.us" ->
                address.host().startsWith("urldefense.") || address.hostIs("urldefense.com")
                        ? Proofpoint.open(address)
                        : Optional.empty();
            case "cudasvc.com" ->
                when(address, "linkprotect.cudasvc.com", "/", "barracuda", address.addressParameter("a"));
            case "trendmicro.com", "trendmicro.eu" -> trendMicro(address);
            case "sophos.com" -> sophos(address);
            case "fireeye.com", "trellix.com" -> fireEye(address);
            case "esvalabs.com" ->
                when(address, "urlsand.esvalabs.com", "/", "libraesva", address.addressParameter("u"));
            case "awstrack.me" -> amazonMail(address);
            case "wl.co" -> when(address, "l.wl.co", "/", "whatsapp", address.addressParameter("u"));
            case "cisco.com" -> when(address, "secure-web.cisco.com", "/", "cisco", lastPathPart(address.url()));
            case "avanan.click", "checkpoint.com", "url-protection.com" -> checkPoint(address);
            case "mimecast.com", "mimecastprotect.com" -> mimecast(address);
            default -> smaller(address);
        };
    }

    /** Gateways met less often: taken where they hold a readable address. */
    private static Optional<Layer> smaller(WebAddress address) {
        String host = address.host();
        return switch (lastTwoLabels(host)) {
            case "symantec.com" ->
                when(address, "clicktime.symantec.com", "/", "symantec", address.addressParameter("u"));
            case "trustwave.com" ->
                when(address, "scanmail.trustwave.com", "/", "trustwave", address.addressParameter("u"));
            case "edgepilot.com" ->
                when(address, "link.edgepilot.com", "/", "edgepilot", address.addressParameter("u"));
            case "hornetsecurity.com" ->
                when(
                        address,
                        "atpscan.global.hornetsecurity.com",
                        "/",
                        "hornetsecurity",
                        address.addressParameter("u"));
            case "vadesecure.com" ->
                address.path().startsWith("/safeproxy/")
                        ? Layer.gateway("vade", address.addressParameter("u"))
                        : Optional.empty();
            case "greathorn.com" ->
                address.path().startsWith("/services/")
                        ? Layer.gateway("greathorn", Decoding.percentUntilScheme(lastPathPart(address.url())))
                        : Optional.empty();
            case "inky.com" ->
                address.path().startsWith("/link")
                        ? Optional.of(Layer.opaque("inky", HostNames.ascii(address.parameter("domain"))))
                        : Optional.empty();
            case "deref-gmx.net",
                    "deref-gmx.com",
                    "deref-gmx.co.uk",
                    "deref-web.de",
                    "deref-mail.com",
                    "deref-1und1.de" ->
                Layer.redirect("gmx", address.addressParameter("redirectUrl")).map(Gateways::asGateway);
            case "emailprotection.link" -> Optional.of(Layer.opaque("intermedia", ""));
            default -> Optional.empty();
        };
    }

    private static Layer asGateway(Layer layer) {
        return Layer.opened(layer.name(), layer.next());
    }

    private static Optional<Layer> when(WebAddress address, String host, String path, String name, String inner) {
        boolean applies = address.hostIs(host) && address.path().startsWith(path);
        return applies
                        && !(inner.isEmpty()
                                && address.query().isEmpty()
                                && address.path().length() <= 1)
                ? Layer.gateway(name, inner)
                : Optional.empty();
    }

    private static Optional<Layer> safeLinks(WebAddress address) {
        String host = address.host();
        boolean safeLinks = HostNames.isWithin(host, "safelinks.protection.outlook.com")
                || HostNames.isWithin(host, "safelinks.protection.office365.us")
                || HostNames.isWithin(host, "safelinks.protection.partner.outlook.cn");
        return safeLinks && !address.query().isEmpty()
                ? Layer.gateway("safelinks", address.addressParameter("url"))
                : Optional.empty();
    }

    private static Optional<Layer> microsoft(WebAddress address) {
        if (address.path().startsWith("/actions/ei")) {
            return when(
                    address, "outlook.office.com", "/actions/ei", "outlook-image-proxy", address.addressParameter("u"));
        }
        return address.path().contains("/safelinks/")
                ? Layer.gateway("safelinks", address.addressParameter("url"))
                : Optional.empty();
    }

    private static Optional<Layer> trendMicro(WebAddress address) {
        return address.path().startsWith("/wis/clicktime/")
                ? Layer.gateway("trend-micro", address.addressParameter("url"))
                : Optional.empty();
    }

    private static Optional<Layer> sophos(WebAddress address) {
        if (!address.hostIs("protection.sophos.com")) {
            return Optional.empty();
        }
        String inner = Decoding.percent(address.parameter("u"));
        String next = Decoding.base64Text(inner).orElse("");
        String hint = HostNames.ascii(address.parameter("d"));
        return next.isEmpty() ? Optional.of(Layer.opaque("sophos", hint)) : Layer.gateway("sophos", next);
    }

    private static Optional<Layer> fireEye(WebAddress address) {
        boolean applies = address.host().startsWith("protect") && address.path().endsWith("/url");
        return applies ? Layer.gateway("fireeye", address.addressParameter("u")) : Optional.empty();
    }

    private static Optional<Layer> amazonMail(WebAddress address) {
        return amazonPath(address).or(() -> Optional.of(Layer.opaque("aws-ses", "")));
    }

    /** Amazon SES, by its path: {@code /L0/https:%2F%2Fexample.com%2F/1/...}. */
    static Optional<Layer> amazonPath(WebAddress address) {
        String path = address.path();
        boolean plain = path.startsWith("/L0/");
        if (!plain && !path.startsWith("/CL0/")) {
            return Optional.empty();
        }
        int start = plain ? 4 : 5;
        int end = path.indexOf('/', start);
        String inner = Decoding.percentUntilScheme(path.substring(start, end < 0 ? path.length() : end));
        return Layer.redirect("aws-ses", inner).map(Gateways::asGateway);
    }

    private static Optional<Layer> checkPoint(WebAddress address) {
        String name = address.hostIs("checkpoint.com") ? "checkpoint" : "avanan";
        if (address.path().startsWith("/v1/")) {
            return Layer.gateway(name, address.addressParameter(name.equals("avanan") ? "o" : "url"));
        }
        if (!address.path().startsWith("/v2/")) {
            return Optional.empty();
        }
        String url = address.url();
        int start = url.indexOf("___");
        int end = start < 0 ? -1 : url.indexOf("___", start + 3);
        return Layer.gateway(name, start < 0 ? "" : url.substring(start + 3, end < 0 ? url.length() : end));
    }

    /** Mimecast keeps the address to itself; {@code domain} admits where it leads. */
    private static Optional<Layer> mimecast(WebAddress address) {
        boolean protect = address.hostIs("mimecastprotect.com")
                || address.host().startsWith("protect")
                || address.host().startsWith("url.");
        boolean applies =
                protect && (address.path().startsWith("/s/") || address.path().startsWith("/r/"));
        return applies
                ? Optional.of(Layer.opaque("mimecast", HostNames.ascii(address.parameter("domain"))))
                : Optional.empty();
    }

    private static String lastPathPart(String url) {
        int end = url.indexOf('?');
        String path = end < 0 ? url : url.substring(0, end);
        String inner = path.substring(path.lastIndexOf('/') + 1);
        return inner.regionMatches(true, 0, "http", 0, 4) ? Decoding.percent(inner) : "";
    }

    static String lastTwoLabels(String host) {
        int last = host.lastIndexOf('.');
        int before = last <= 0 ? -1 : host.lastIndexOf('.', last - 1);
        return before < 0 ? host : host.substring(before + 1);
    }
}
