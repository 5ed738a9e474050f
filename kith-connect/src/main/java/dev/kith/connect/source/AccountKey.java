package dev.kith.connect.source;

/**
 * The ids by which Microsoft's directories know an account whatever it is called: the object id of Entra, a GUID, and the
 * passport id of Exchange and SharePoint ({@code 10032000ABCD1234}, alone, before {@code @tenant}, or within a claim).
 */
public final class AccountKey {
    private static final int GUID_CHARS = 36;
    private static final int PASSPORT_CHARS = 16;

    /** An id written by hand to stand for one has fewer different digits. Chosen by hand. */
    private static final int DIGITS_MIN = 5;

    private AccountKey() {}

    /** The id in lower case; empty where the text holds none. */
    public static String of(String text) {
        int end = text.indexOf('@');
        String id = end < 0 ? text : text.substring(0, end);
        id = id.substring(id.lastIndexOf('|') + 1).strip();
        boolean guid = id.length() == GUID_CHARS;
        boolean passport = id.length() == PASSPORT_CHARS && id.startsWith("100");
        return (guid || passport) && isHex(id, guid) ? RecordFields.lower(id) : "";
    }

    private static boolean isHex(String id, boolean guid) {
        int seen = 0;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean dash = guid && (i == 8 || i == 13 || i == 18 || i == 23);
            int digit = dash ? 0 : Character.digit(c, 16);
            if (digit < 0 || c > 'f' || dash != (c == '-')) {
                return false;
            }
            seen |= dash ? 0 : 1 << digit;
        }
        return Integer.bitCount(seen) >= DIGITS_MIN;
    }
}
