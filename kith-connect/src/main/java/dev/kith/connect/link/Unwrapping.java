package dev.kith.connect.link;

import dev.kith.connect.intel.Intel;
import dev.kith.event.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An address with every wrapper taken off that can be.
 *
 * @param layers wrappers taken off, outermost first
 * @param target the innermost address known
 * @param hint host that the last, opaque layer admits to lead to; empty where none
 * @param redirected whether one of the layers was an open redirect
 */
record Unwrapping(List<Link.Wrapper> layers, WebAddress target, String hint, boolean redirected) {
    /** Wrappers taken off one another at most; beyond, the last is stated as opaque. Chosen by hand: three are met in practice. */
    static final int LAYERS_MAX = 10;

    /** @param recipients addresses of the recipients, lower case: their own gateway is believed */
    static Unwrapping of(WebAddress address, Intel intel, Set<String> recipients) {
        List<Link.Wrapper> layers = List.of();
        WebAddress current = address;
        boolean redirected = false;
        while (current.isWeb() || current.scheme().isEmpty()) {
            WebAddress wrapped = current;
            Optional<Layer> found = Gateways.open(wrapped)
                    .or(() -> SelfHosted.open(wrapped, intel, recipients))
                    .or(() -> Redirects.open(wrapped, intel.traits(wrapped.host())));
            if (found.isEmpty()) {
                break;
            }
            Layer layer = found.get();
            if (layers.isEmpty()) {
                layers = new ArrayList<>(2);
            }
            Optional<WebAddress> next = layer.isOpaque() ? Optional.empty() : WebAddress.parse(layer.next());
            boolean opaque = next.isEmpty() || layers.size() + 1 >= LAYERS_MAX;
            layers.add(new Link.Wrapper(layer.name(), wrapped.url(), opaque));
            redirected |= layer.redirect();
            if (opaque) {
                return new Unwrapping(layers, wrapped, layer.hint(), redirected);
            }
            current = next.orElseThrow();
        }
        return new Unwrapping(layers, current, "", redirected);
    }

    boolean isOpaque() {
        return !layers.isEmpty() && layers.get(layers.size() - 1).opaque();
    }
}
