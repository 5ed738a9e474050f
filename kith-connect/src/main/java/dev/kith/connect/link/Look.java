package dev.kith.connect.link;

/**
 * How text in an element is drawn, as far as it decides whether a reader can see it. Inherited downwards.
 *
 * @param gone whether nothing in the element can be seen, whatever its children say
 * @param invisible visibility: hidden, which a child may undo
 * @param outside whether text is moved out of sight; pictures of the element stay
 * @param fontPixels size of letters; children may set their own
 * @param colour 0xRRGGBB, {@link Css#TRANSPARENT} or {@link Css#UNKNOWN}
 * @param ground colour behind the text, 0xRRGGBB, or {@link Css#UNKNOWN} where an image or a rule not understood sets it
 * @param ownGround whether this very element sets the colour behind it
 * @param padded whether this very element has padding
 * @param picture whether this very element has a picture for its background
 */
record Look(
        boolean gone,
        boolean invisible,
        boolean outside,
        double fontPixels,
        int colour,
        int ground,
        boolean ownGround,
        boolean padded,
        boolean picture) {
    /** Largest size of letters that nobody can read. Chosen by hand: preheaders are hidden with 0 and 1 pixel. */
    private static final double UNREADABLE_PIXELS = 2;

    /** Largest difference of each colour channel at which letters vanish in the ground. Chosen by hand. */
    private static final int CHANNEL_DIFFERENCE_MAX = 8;

    static final Look PAGE = new Look(false, false, false, 16, 0x000000, 0xFFFFFF, false, false, false);

    boolean hidesText() {
        return gone
                || invisible
                || outside
                || fontPixels < UNREADABLE_PIXELS
                || colour == Css.TRANSPARENT
                || isColouredAway();
    }

    private boolean isColouredAway() {
        return colour >= 0
                && ground >= 0
                && near(colour >> 16, ground >> 16)
                && near(colour >> 8 & 255, ground >> 8 & 255)
                && near(colour & 255, ground & 255);
    }

    private static boolean near(int one, int other) {
        return Math.abs(one - other) <= CHANNEL_DIFFERENCE_MAX;
    }

    /** Whether the ground is coloured so that it stands out of a white page. */
    boolean standsOut() {
        return ownGround
                && ground >= 0
                && !near(0xFF, Math.min(ground >> 16, Math.min(ground >> 8 & 255, ground & 255)));
    }

    /** What a child without style of its own inherits. */
    Look inherited() {
        return ownGround || padded || picture
                ? new Look(gone, invisible, outside, fontPixels, colour, ground, false, false, false)
                : this;
    }

    /** On a ground that is not known. */
    Look onUnknownGround() {
        return new Look(gone, invisible, outside, fontPixels, colour, Css.UNKNOWN, ownGround, padded, picture);
    }
}
