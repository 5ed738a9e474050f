package dev.kith.detect;

import java.util.List;

/**
 * The files that an account fetches one after another, without a pause of hours, seen at one of them.
 *
 * @param files fetched so far
 * @param areas they come from
 * @param foreign files from areas that are neither the account's work nor its peers'
 * @param foreignAreas those areas, in the order of their first file
 * @param here whether the area of this very file is one of them
 */
public record Gathering(int files, int areas, int foreign, List<String> foreignAreas, boolean here) {
    /** Who looks something up elsewhere takes a few files. Chosen by hand. */
    private static final int MUCH = 10;

    /** From several places it takes fewer to see that they are gathered. Chosen by hand. */
    private static final int MUCH_OF_SEVERAL = 6;

    public Gathering {
        foreignAreas = List.copyOf(foreignAreas);
    }

    /** Whether files were gathered where the account has no work. */
    public boolean telling() {
        return foreign >= MUCH || foreignAreas.size() >= 2 && foreign >= MUCH_OF_SEVERAL;
    }
}
