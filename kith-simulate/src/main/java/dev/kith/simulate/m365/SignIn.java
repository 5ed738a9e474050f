package dev.kith.simulate.m365;

import java.util.List;

/**
 * A sign-in. It is written twice under one id: as an audit record, and, with more about it, as Graph's signIn.
 *
 * @param place where it comes from
 * @param error error code of Entra; 0 where it succeeded
 * @param interactive whether a person sat before it; else a program renewed its token
 * @param strong whether a second factor was asked for or remembered
 * @param session what ties the sign-ins of one log-on together
 */
public record SignIn(
        User user,
        Place place,
        App app,
        Device device,
        int error,
        boolean interactive,
        boolean strong,
        String session) {
    /** Sign-in failed for a wrong password. */
    public static final int WRONG_PASSWORD = 50126;
    /** There is no such account. */
    public static final int NO_SUCH_USER = 50034;
    /** Too many wrong passwords. */
    public static final int LOCKED = 50053;
    /** The account is disabled. */
    public static final int DISABLED = 50057;
    /** A second factor is asked for; a sign-in goes on after it. */
    public static final int SECOND_FACTOR = 50074;
    /** The password must be changed first. */
    public static final int EXPIRED = 50055;
    /** The token was withdrawn, as after a change of password. */
    public static final int WITHDRAWN = 50173;

    /** The audit record. */
    public String audit(Stamp stamp, Tenant tenant) {
        boolean success = error == 0;
        Json json = AuditRecord.begin(
                        stamp,
                        success ? "UserLoggedIn" : "UserLoginFailed",
                        15,
                        "AzureActiveDirectory",
                        tenant,
                        user,
                        user.objectId())
                .put("ResultStatus", "Success")
                .put("ClientIP", place.address())
                .put("ObjectId", app.resourceId())
                .put("AzureActiveDirectoryEventType", 1)
                .pairs("ExtendedProperties", extended())
                .objects("ModifiedProperties", List.of())
                .objects("Actor", List.of(entity(user.objectId(), 0), entity(user.account(), 5)))
                .put("ActorContextId", tenant.id())
                .put("ActorIpAddress", place.address())
                .put("InterSystemsId", Guid.of("inter", stamp.id()))
                .put("IntraSystemId", stamp.id())
                .put("SupportTicketId", "")
                .objects("Target", List.of(entity(app.resourceId(), 0)))
                .put("TargetContextId", tenant.id())
                .put("ApplicationId", app.id())
                .pairs("DeviceProperties", deviceProperties())
                .put("ErrorNumber", Integer.toString(error));
        return (success ? json : json.put("LogonError", logonError())).text();
    }

    private List<String> extended() {
        String detail = error != 0 ? "UserError" : interactive ? "Redirect" : "Success";
        String request = interactive ? strong ? "SAS:ProcessAuth" : "Login:login" : "OAuth2:Token";
        return List.of("ResultStatusDetail", detail, "UserAgent", device.agent(), "RequestType", request);
    }

    private List<String> deviceProperties() {
        if (!device.managed()) {
            return List.of("OS", device.os(), "BrowserType", browserType(), "SessionId", session);
        }
        return List.of(
                "Id",
                device.id(),
                "DisplayName",
                device.name(),
                "OS",
                device.os(),
                "BrowserType",
                browserType(),
                "IsCompliantAndManaged",
                "True",
                "SessionId",
                session);
    }

    private String browserType() {
        int cut = device.browser().indexOf(' ');
        return cut < 0 ? "Other" : device.browser().substring(0, cut);
    }

    private String logonError() {
        return switch (error) {
            case WRONG_PASSWORD -> "InvalidUserNameOrPassword";
            case NO_SUCH_USER -> "UserAccountNotFound";
            case LOCKED -> "IdsLocked";
            case DISABLED -> "UserDisabled";
            case SECOND_FACTOR -> "UserStrongAuthClientAuthNRequiredInterrupt";
            case EXPIRED -> "InvalidPasswordExpiredPassword";
            case WITHDRAWN -> "FreshTokenNeeded";
            default -> "Other";
        };
    }

    static Json entity(String id, int type) {
        return new Json().put("ID", id).put("Type", type);
    }

    /** The same as Graph's {@code auditLogs/signIns} gives it. */
    public String graph(Stamp stamp) {
        return new Json()
                .put("id", stamp.id())
                .put("createdDateTime", stamp.seconds() + "Z")
                .put("userDisplayName", user.displayName())
                .put("userPrincipalName", user.account())
                .put("userId", user.objectId())
                .put("appId", app.id())
                .put("appDisplayName", app.name())
                .put("ipAddress", place.address())
                .put("clientAppUsed", clientApp())
                .put("userAgent", device.agent())
                .put("correlationId", Guid.of("inter", stamp.id()))
                .put("conditionalAccessStatus", error == 0 ? strong ? "success" : "notApplied" : "failure")
                .put("authenticationRequirement", strong ? "multiFactorAuthentication" : "singleFactorAuthentication")
                .put("isInteractive", interactive)
                .texts("signInEventTypes", List.of(interactive ? "interactiveUser" : "nonInteractiveUser"))
                .put("sessionId", session)
                .put("riskDetail", "none")
                .put("riskLevelAggregated", "none")
                .put("riskLevelDuringSignIn", "none")
                .put("riskState", "none")
                .texts("riskEventTypes_v2", List.of())
                .put("resourceDisplayName", app.resource())
                .put("resourceId", app.resourceId())
                .object("status", this::status)
                .object("deviceDetail", this::deviceDetail)
                .object("location", this::location)
                .texts("appliedConditionalAccessPolicies", List.of())
                .text();
    }

    private String clientApp() {
        return app.equals(App.ACTIVE_SYNC)
                ? "Exchange ActiveSync"
                : app.inBrowser() ? "Browser" : "Mobile Apps and Desktop clients";
    }

    private void status(Json json) {
        json.put("errorCode", error).put("failureReason", failureReason());
        if (error == 0 && strong) {
            json.put(
                    "additionalDetails",
                    interactive ? "MFA completed in Azure AD" : "MFA requirement satisfied by claim in the token");
        } else {
            json.putNull("additionalDetails");
        }
    }

    private String failureReason() {
        return switch (error) {
            case 0 -> "Other.";
            case WRONG_PASSWORD -> "Error validating credentials due to invalid username or password.";
            case NO_SUCH_USER -> "The user account does not exist in the directory.";
            case LOCKED -> "The account is locked: too many attempts with a wrong user name or password.";
            case DISABLED -> "The user account is disabled.";
            case SECOND_FACTOR -> "Strong Authentication is required.";
            case EXPIRED -> "The password is expired.";
            case WITHDRAWN -> "The provided grant has expired due to it being revoked; a fresh token is needed.";
            default -> "Other.";
        };
    }

    private void deviceDetail(Json json) {
        json.put("deviceId", device.id())
                .put("displayName", device.name())
                .put("operatingSystem", device.os())
                .put("browser", device.browser())
                .put("isCompliant", device.managed())
                .put("isManaged", device.managed())
                .put("trustType", device.managed() ? "Azure AD joined" : "");
    }

    private void location(Json json) {
        json.put("city", place.city())
                .put("state", place.city())
                .put("countryOrRegion", place.country())
                .object(
                        "geoCoordinates",
                        point -> point.putNull("altitude")
                                .put("latitude", place.latitude())
                                .put("longitude", place.longitude()));
    }
}
