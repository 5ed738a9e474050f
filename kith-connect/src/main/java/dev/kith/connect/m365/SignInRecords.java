package dev.kith.connect.m365;

import dev.kith.connect.entra.SignInCode;
import dev.kith.connect.source.Details;
import dev.kith.event.Authentication;
import dev.kith.event.Authentication.Outcome;
import dev.kith.event.Client;
import java.util.Locale;

/** UserLoggedIn and UserLoginFailed: the audit log's own, poorer record of a sign-in. It shares its id with Entra's. */
final class SignInRecords {
    private SignInRecords() {}

    static boolean isSignIn(String operation, int type) {
        return operation.equals("userloggedin")
                || operation.equals("userloginfailed")
                || operation.equals("foreignrealmindexlogonsuccess")
                || (type == RecordTypes.ENTRA_SIGN_IN && operation.contains("log"));
    }

    static Authentication event(AuditFacts facts, String operation) {
        AuditRecord record = facts.record();
        Details details = new Details();
        record.copyPairs("ExtendedProperties", details);
        record.copyPairs("DeviceProperties", details);
        record.copy(details, "LogonError", "ErrorNumber", "InterSystemsId", "AuthenticationMethod");
        String agent = details.get("UserAgent");
        Outcome outcome = outcome(record, operation);
        String device = details.get("Id").isEmpty() ? details.get("DisplayName") : details.get("Id");
        details.facts().remove("UserAgent");
        return new Authentication(
                facts.id(),
                facts.time(),
                facts.where(),
                facts.actor(),
                outcome,
                outcome == Outcome.SUCCESS ? "" : reason(record),
                facts.endpoint(),
                new Client(agent, record.text("ApplicationId"), "", device, ""),
                record.text("ObjectId"),
                !details.get("RequestType").toLowerCase(Locale.ROOT).contains("token"),
                details.facts(),
                details.problems());
    }

    private static Outcome outcome(AuditRecord record, String operation) {
        if (!operation.contains("fail")) {
            return Outcome.SUCCESS;
        }
        Outcome told = SignInCode.outcome(record.text("ErrorNumber"));
        boolean interrupt =
                told == Outcome.INTERRUPTED || record.text("LogonError").endsWith("Interrupt");
        return interrupt ? Outcome.INTERRUPTED : Outcome.FAILURE;
    }

    private static String reason(AuditRecord record) {
        String code = record.text("ErrorNumber");
        if (code.isEmpty() || code.equals("0")) {
            code = record.text("LogonError");
        }
        return code.isEmpty() ? record.text("ResultStatus") : code;
    }
}
