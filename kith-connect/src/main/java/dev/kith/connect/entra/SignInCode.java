package dev.kith.connect.entra;

import dev.kith.event.Authentication.Outcome;
import java.util.Set;

/**
 * What an error code of Entra (AADSTS) says about the outcome of a sign-in. From Microsoft's "Microsoft Entra authentication
 * and authorization error codes".
 */
public final class SignInCode {
    /**
     * More was asked of the user, who may go on: a session or password to renew (16000, 16001, 16003, 50055, 50058, 50173,
     * 70043, 70044), a method or device to register or prove (50072, 50074, 50076, 50079, 50097, 50125, 50127, 50129,
     * 50158, 50203, 53004), keep-me-signed-in and other pages (50140, 50143, 50199, 51006), a home realm (50059), consent
     * (65001, 90094, 90095).
     */
    private static final Set<String> INTERRUPTED = Set.of(
            "16000", "16001", "16003", "50055", "50058", "50059", "50072", "50074", "50076", "50079", "50097", "50125",
            "50127", "50129", "50140", "50143", "50158", "50173", "50199", "50203", "51006", "53004", "65001", "70043",
            "70044", "90094", "90095");

    private SignInCode() {}

    /** The outcome a code tells; 0 is success, any code that is not known a failure. */
    public static Outcome outcome(String code) {
        if (code.equals("0")) {
            return Outcome.SUCCESS;
        }
        return INTERRUPTED.contains(code) ? Outcome.INTERRUPTED : Outcome.FAILURE;
    }
}
