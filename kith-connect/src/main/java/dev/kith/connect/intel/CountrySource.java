package dev.kith.connect.intel;

import dev.kith.event.IpAddress;

/** In which country an address is said to be. */
interface CountrySource {
    /** The ISO 3166-1 alpha-2 code; empty where unknown. */
    String country(IpAddress ip);

    /** A code by its place, from 1, in a text of codes one after the other; empty for place 0. */
    static String code(String codes, int place) {
        return place == 0 ? "" : codes.substring(2 * place - 2, 2 * place);
    }
}
