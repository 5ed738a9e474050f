package dev.kith.simulate;

import dev.kith.simulate.m365.Place;

/**
 * Where addresses are: what a table of addresses would say of them. Towns are those the culture has names of; their
 * coordinates are near the middle of the country, which is as much as such tables often know.
 */
final class Geography {
    private Geography() {}

    /** An address at home in a culture. */
    static Place at(String address, Culture culture, String city) {
        Country country = country(culture);
        return place(address, country, city);
    }

    /** An address of a network that is at home where its operator says. */
    static Place at(String address, Network network) {
        Country country = switch (network) {
            case M247, VPN_BUCHAREST -> new Country("RO", 44.43, 26.11);
            case SWEDISH_VPN, VPN_STOCKHOLM -> new Country("SE", 59.33, 18.06);
            case VPN_AMSTERDAM -> new Country("NL", 52.37, 4.89);
            case VPN_FRANKFURT, AMAZON_FRANKFURT, HETZNER -> new Country("DE", 50.11, 8.68);
            case ANONYMOUS_HOSTING -> new Country("PL", 52.23, 21.01);
            case MICROSOFT_DUBLIN, AMAZON_DUBLIN -> new Country("IE", 53.34, -6.26);
            case OVH -> new Country("FR", 48.86, 2.35);
            case MEDIA_LAND, VIMPELCOM -> new Country("RU", 55.75, 37.62);
            case TENCENT -> new Country("SG", 1.29, 103.85);
            case VNPT -> new Country("VN", 21.03, 105.85);
            case BSNL -> new Country("IN", 19.07, 72.88);
            case CLEAN_NET -> new Country("BR", -23.55, -46.63);
            case CHINA_UNICOM -> new Country("CN", 32.06, 118.78);
            default -> new Country("US", 39.04, -77.49);
        };
        return place(address, country, "");
    }

    private static Place place(String address, Country country, String city) {
        int spread = Math.floorMod(city.hashCode(), 200) - 100;
        return new Place(
                address,
                country.code(),
                city,
                country.latitude() + spread / 100.0,
                country.longitude() + spread / 150.0);
    }

    private static Country country(Culture culture) {
        return switch (culture) {
            case BRITISH -> new Country("GB", 52.5, -1.2);
            case AMERICAN -> new Country("US", 41.5, -87.9);
            case GERMAN -> new Country("DE", 51.2, 10.0);
            case FRENCH -> new Country("FR", 46.6, 2.4);
            case SPANISH -> new Country("ES", 40.4, -3.0);
            case ITALIAN -> new Country("IT", 44.0, 10.5);
            case PORTUGUESE -> new Country("PT", 40.2, -8.2);
            case DUTCH -> new Country("NL", 52.1, 5.1);
            case NORDIC -> new Country("SE", 57.9, 13.0);
            case POLISH -> new Country("PL", 52.9, 18.4);
            case TURKISH -> new Country("TR", 40.0, 31.0);
        };
    }

    private record Country(String code, double latitude, double longitude) {}
}
