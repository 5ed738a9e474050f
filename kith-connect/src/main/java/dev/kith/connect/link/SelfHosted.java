package dev.kith.connect.link;

import dev.kith.connect.intel.Intel;
import java.util.Optional;
import java.util.Set;

/**
 * Wrappers that run under hosts of anybody, known by their paths alone. Whoever owns the host can send the reader where he
 * likes, whatever address the path holds, so one is taken off only where its host and what it holds belong together, or
 * where it is the recipients' own gateway. Elsewhere the host itself is what the reader goes to.
 */
final class SelfHosted {
    private SelfHosted() {}

    static Optional<Layer> open(WebAddress address, Intel intel, Set<String> recipients) {
        if (address.path().startsWith("/fmlurlsvc/")) {
            boolean ours = address.hostIs("fortimailcloud.com") || isOfRecipients(address.host(), intel, recipients);
            return ours ? Layer.gateway("fortimail", address.addressParameter("url")) : Optional.empty();
        }
        return Gateways.amazonPath(address).filter(layer -> sameSite(address.host(), layer.next(), intel));
    }

    private static boolean isOfRecipients(String host, Intel intel, Set<String> recipients) {
        String domain = intel.registrableDomain(host);
        for (String recipient : recipients) {
            String of = recipient.substring(recipient.indexOf('@') + 1);
            if (!of.isEmpty() && intel.registrableDomain(of).equals(domain)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameSite(String host, String next, Intel intel) {
        return WebAddress.parse(next)
                .filter(address -> intel.registrableDomain(address.host()).equals(intel.registrableDomain(host)))
                .isPresent();
    }
}
