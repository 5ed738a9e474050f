package dev.kith.connect.link;

import dev.kith.event.Link;

/**
 * How a link meets the reader's eye.
 *
 * @param text what is shown for it; the alternative text of an image
 * @param quoted whether it stands in a quotation of an earlier mail
 */
record Sight(String text, Link.Place place, boolean quoted) {
    /** Whether markup can show something else than the address. In plain text the address itself is read. */
    boolean hides() {
        return switch (place) {
            case ANCHOR, BUTTON, IMAGE, IMAGE_MAP, FORM, QR_CODE -> true;
            case TEXT, REDIRECT, SCRIPT, HTML_ATTACHMENT, PDF, CALENDAR, OFFICE -> false;
        };
    }

    /** Whether the text is read by everybody; alternative text shows only when images do not. */
    boolean showsText() {
        return place == Link.Place.ANCHOR || place == Link.Place.BUTTON || place == Link.Place.TEXT;
    }
}
