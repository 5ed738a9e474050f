package dev.kith.simulate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A place where files are shared from, and what links into it look like.
 *
 * @param tenant the customer's name there: SharePoint tenant, or the host of an own server; unused elsewhere
 */
record Storage(Service service, String tenant) {
    enum Service {
        SHAREPOINT,
        ONEDRIVE,
        DROPBOX,
        GOOGLE_DRIVE,
        GOOGLE_SHEETS,
        WETRANSFER,
        BOX,
        OWN_SERVER
    }

    /** A place at a service that is open to anybody. */
    static Storage any(Dice dice) {
        return new Storage(
                dice.pickOf(
                        Service.DROPBOX, Service.GOOGLE_DRIVE, Service.GOOGLE_SHEETS, Service.WETRANSFER, Service.BOX),
                "");
    }

    /** A sharing link as that service makes them. */
    String link(Dice dice, String owner, String file) {
        String name = URLEncoder.encode(file, StandardCharsets.UTF_8);
        String letter = file.endsWith(".xlsx") ? "x" : file.endsWith(".pdf") ? "b" : file.endsWith(".docx") ? "w" : "f";
        return switch (service) {
            case SHAREPOINT ->
                "https://" + tenant + ".sharepoint.com/:" + letter + ":/s/"
                        + dice.pickOf("Operations", "Tenders2026", "Shared", "CustomerDocs", "Projects") + "/E"
                        + dice.text(Dice.URL, 43) + "?e=" + dice.text(Dice.URL.substring(0, 62), 6);
            case ONEDRIVE ->
                "https://" + tenant + "-my.sharepoint.com/:" + letter + ":/p/"
                        + owner.replace('.', '_').replace('@', '_') + "/E" + dice.text(Dice.URL, 43) + "?e="
                        + dice.text(Dice.URL.substring(0, 62), 6);
            case DROPBOX ->
                "https://www.dropbox.com/scl/fi/" + dice.text(Dice.LOWER, 21) + "/" + name + "?rlkey="
                        + dice.text(Dice.LOWER, 25) + "&dl=0";
            case GOOGLE_DRIVE -> "https://drive.google.com/file/d/1" + dice.text(Dice.URL, 32) + "/view?usp=sharing";
            case GOOGLE_SHEETS ->
                "https://docs.google.com/spreadsheets/d/1" + dice.text(Dice.URL, 43) + "/edit?usp=sharing";
            case WETRANSFER -> "https://we.tl/t-" + dice.text(Dice.URL.substring(0, 62), 10);
            case BOX -> "https://app.box.com/s/" + dice.text(Dice.LOWER, 32);
            case OWN_SERVER -> "https://" + tenant + "/share/" + dice.text(Dice.URL.substring(0, 62), 15);
        };
    }
}
