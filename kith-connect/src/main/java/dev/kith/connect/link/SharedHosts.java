package dev.kith.connect.link;

import dev.kith.connect.intel.Intel;
import dev.kith.event.DomainTrait;
import dev.kith.event.Link;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What sort of place an address is, and whose corner of a shared host. Lists decide; where one host serves several purposes,
 * its path does. Tenant rules follow the hosts' own published address schemes.
 */
final class SharedHosts {
    private final Intel intel;

    SharedHosts(Intel intel) {
        this.intel = intel;
    }

    Link.Kind kind(WebAddress address, String host, Set<DomainTrait> traits) {
        if (address.scheme().equals("mailto")) {
            return Link.Kind.MAILTO;
        }
        if (address.scheme().equals("data")) {
            return Link.Kind.DATA_URI;
        }
        if (HostNames.isIpLiteral(host)) {
            return Link.Kind.IP_LITERAL;
        }
        if (isForm(host, address.path())) {
            return Link.Kind.FORM;
        }
        if (traits.contains(DomainTrait.SHORTENER)) {
            return Link.Kind.SHORTENER;
        }
        if (traits.contains(DomainTrait.FORM)) {
            return Link.Kind.FORM;
        }
        if (traits.contains(DomainTrait.FILE_STORAGE)) {
            return Link.Kind.FILE_STORAGE;
        }
        if (traits.contains(DomainTrait.FREE_HOSTING)) {
            return Link.Kind.FREE_HOSTING;
        }
        return traits.contains(DomainTrait.TRACKING) ? Link.Kind.TRACKING : Link.Kind.WEB;
    }

    private static boolean isForm(String host, String path) {
        return (host.equals("docs.google.com") && path.startsWith("/forms"))
                || (host.equals("docs.google.com") && path.contains("/forms/d/"))
                || host.equals("forms.gle")
                || host.equals("forms.office.com")
                || host.equals("forms.cloud.microsoft")
                || host.equals("customervoice.microsoft.com");
    }

    /** Empty where the host is not shared, or does not show whose corner it is. */
    String tenant(WebAddress address, String host, Set<DomainTrait> traits) {
        String path = address.path();
        return switch (Gateways.lastTwoLabels(host)) {
            case "sharepoint.com", "sharepoint.us", "sharepoint.cn", "sharepoint.de" -> sharePoint(host);
            case "live.com" -> host.equals("onedrive.live.com") ? address.parameter("cid") : "";
            case "box.com" -> box(host);
            case "google.com" -> google(host, path);
            case "notion.so" -> path.indexOf('/', 1) > 0 ? firstSegment(path) : "";
            case "amazonaws.com" -> amazon(host, path);
            case "windows.net" -> azure(host);
            case "googleapis.com" -> googleStorage(host, path);
            case "wixsite.com", "weebly.com", "atlassian.net", "sharefile.com", "egnyte.com", "zendesk.com" ->
                HostNames.labelBefore(host, Gateways.lastTwoLabels(host));
            default -> hosted(host, traits);
        };
    }

    /** {@code contoso-my.sharepoint.com} and {@code contoso-admin} are corners of contoso. */
    private static String sharePoint(String host) {
        String label = HostNames.labelBefore(host, Gateways.lastTwoLabels(host));
        for (String suffix : new String[] {"-my", "-admin", "-public", "-files", "-myfiles"}) {
            if (label.endsWith(suffix) && label.length() > suffix.length()) {
                return label.substring(0, label.length() - suffix.length());
            }
        }
        return label;
    }

    private static String box(String host) {
        String suffix = HostNames.isWithin(host, "app.box.com") ? "app.box.com" : "box.com";
        String label = HostNames.labelBefore(host, suffix);
        return isOwnLabel(label) ? "" : label;
    }

    /** Google Workspace: {@code /a/example.com/...}; Google Sites: {@code /view/name} or {@code /example.com/name}. */
    private static String google(String host, String path) {
        if (path.startsWith("/a/macros/")) {
            return firstSegment(path.substring(9));
        }
        if (path.startsWith("/a/")) {
            return firstSegment(path.substring(2));
        }
        if (!host.equals("sites.google.com")) {
            return "";
        }
        return path.startsWith("/view/") ? firstSegment(path.substring(5)) : firstSegment(path);
    }

    private static String amazon(String host, String path) {
        int s3 = host.indexOf("s3");
        if (s3 == 0) {
            return firstSegment(path);
        }
        if (s3 > 0 && host.charAt(s3 - 1) == '.') {
            return host.substring(0, s3 - 1);
        }
        return HostNames.labelBefore(host, "amazonaws.com");
    }

    private static String azure(String host) {
        int dot = host.indexOf('.');
        return dot > 0 && host.indexOf('.', dot + 1) < host.lastIndexOf('.') ? host.substring(0, dot) : "";
    }

    private static String googleStorage(String host, String path) {
        if (host.equals("storage.googleapis.com")) {
            return firstSegment(path);
        }
        if (host.equals("firebasestorage.googleapis.com") && path.startsWith("/v0/b/")) {
            return firstSegment(path.substring(5));
        }
        return HostNames.isWithin(host, "storage.googleapis.com")
                ? HostNames.labelBefore(host, "storage.googleapis.com")
                : "";
    }

    /** The label left of the listed suffix: {@code acme} of {@code acme.web.app}. */
    private String hosted(String host, Set<DomainTrait> traits) {
        if (!isShared(traits)) {
            return "";
        }
        int dot = host.lastIndexOf('.');
        while (dot > 0) {
            dot = host.lastIndexOf('.', dot - 1);
            String suffix = host.substring(dot + 1);
            if (isShared(intel.traits(suffix))) {
                String label = HostNames.labelBefore(host, suffix);
                return isOwnLabel(label) ? "" : label;
            }
        }
        return "";
    }

    /** Names that services give to parts of themselves, and numbered sites such as {@code na4} and {@code eu1}. */
    private static boolean isOwnLabel(String label) {
        return OWN_LABELS.contains(label) || SITE.matcher(label).matches();
    }

    private static final Set<String> OWN_LABELS = Set.of(
            "account",
            "accounts",
            "app",
            "apps",
            "cdn",
            "collect",
            "dl",
            "docs",
            "download",
            "drive",
            "en",
            "eu",
            "external",
            "file",
            "files",
            "form",
            "forms",
            "go",
            "link",
            "links",
            "m",
            "my",
            "new",
            "online",
            "paper",
            "pdf",
            "portal",
            "public",
            "s",
            "secure",
            "send",
            "share",
            "sheet",
            "show",
            "sign",
            "static",
            "survey",
            "transfer",
            "upload",
            "us",
            "view",
            "web",
            "workdrive",
            "writer",
            "www");

    private static final Pattern SITE = Pattern.compile("(?:na|eu|us|uk|au|ca|ap|de|fr|jp)\\d{1,2}|www\\d{1,2}");

    private static boolean isShared(Set<DomainTrait> traits) {
        return traits.contains(DomainTrait.FREE_HOSTING)
                || traits.contains(DomainTrait.FILE_STORAGE)
                || traits.contains(DomainTrait.FORM);
    }

    private static String firstSegment(String path) {
        int start = path.startsWith("/") ? 1 : 0;
        int end = path.indexOf('/', start);
        return path.substring(start, end < 0 ? path.length() : end);
    }
}
