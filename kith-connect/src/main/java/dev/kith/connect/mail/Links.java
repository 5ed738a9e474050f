package dev.kith.connect.mail;

import dev.kith.event.Link;
import java.util.EnumSet;
import java.util.Set;

/** Copies of links that differ in one thing. */
final class Links {
    private Links() {}

    static Link placed(Link link, Link.Place place) {
        return copy(link, place, link.traits());
    }

    static Link unquoted(Link link) {
        if (!link.traits().contains(Link.Trait.QUOTED)) {
            return link;
        }
        Set<Link.Trait> traits = EnumSet.copyOf(link.traits());
        traits.remove(Link.Trait.QUOTED);
        return copy(link, link.place(), traits);
    }

    private static Link copy(Link link, Link.Place place, Set<Link.Trait> traits) {
        return new Link(
                link.text(),
                link.href(),
                link.wrappers(),
                link.target(),
                link.host(),
                link.domain(),
                link.tenant(),
                link.kind(),
                place,
                traits);
    }
}
