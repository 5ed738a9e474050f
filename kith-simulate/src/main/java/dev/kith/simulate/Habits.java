package dev.kith.simulate;

import java.util.Optional;

/**
 * How somebody uses the cloud. All shares are chosen by hand.
 *
 * @param strong whether a second factor is asked for
 * @param homeOffice share of working days at home
 * @param vpn a commercial service that hides the address at home
 * @param typing chance of a mistyped password, each time one is typed
 * @param syncs whether files are kept in step with the computer
 * @param browserDays days for which a browser stays logged on
 * @param filesPerDay times on a working day at which files are looked for
 */
record Habits(
        boolean strong,
        double homeOffice,
        Optional<Network> vpn,
        double typing,
        boolean syncs,
        int browserDays,
        double filesPerDay) {
    static Habits of(Person person, Dice dice) {
        boolean warehouse = person.department().equals("Warehouse");
        boolean head = person.department().equals("Management");
        double homeOffice = warehouse ? 0.02 : dice.pickOf(0.05, 0.2, 0.4, 0.4, 0.6);
        Optional<Network> vpn = dice.chance(0.06)
                ? Optional.of(dice.pickOf(
                        Network.VPN_BUCHAREST, Network.VPN_STOCKHOLM, Network.VPN_AMSTERDAM, Network.VPN_FRANKFURT))
                : Optional.empty();
        return new Habits(
                !head && dice.chance(0.85),
                homeOffice,
                vpn,
                0.03 + dice.unit() * 0.12,
                !warehouse && dice.chance(0.6),
                dice.pickOf(1, 3, 7, 14),
                warehouse ? 0.3 : 0.6 + dice.unit() * 0.8);
    }
}
