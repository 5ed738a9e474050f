package dev.kith.simulate.m365;

/**
 * A program that signs in, and what it signs in to. Identifiers of Microsoft's own are public ("Verify first-party Microsoft
 * applications in sign-in reports").
 *
 * @param resource name of what it reaches
 * @param resourceId its application id
 */
public record App(String id, String name, String resource, String resourceId) {
    private static final String EXCHANGE = "00000002-0000-0ff1-ce00-000000000000";
    private static final String SHAREPOINT = "00000003-0000-0ff1-ce00-000000000000";
    private static final String GRAPH = "00000003-0000-0000-c000-000000000000";
    private static final String DIRECTORY = "00000002-0000-0000-c000-000000000000";

    public static final App OUTLOOK_WEB = exchange("9199bf20-a13f-4107-85dc-02114787ef48", "One Outlook Web");
    public static final App OUTLOOK_MOBILE = exchange("27922004-5251-4030-b22d-91ecd9a37ea4", "Outlook Mobile");
    public static final App APPLE_MAIL = exchange("f8d98a96-0999-43f5-8af3-69971c7bb423", "Apple Internet Accounts");
    public static final App ACTIVE_SYNC = exchange(EXCHANGE, "Office 365 Exchange Online");
    public static final App THUNDERBIRD = exchange("9e5f94bc-e8a4-4e73-b8be-63364c29d753", "Mozilla Thunderbird");
    public static final App OFFICE = exchange("d3590ed6-52b3-4102-aeff-aad2292ab01c", "Microsoft Office");
    public static final App EXCHANGE_SHELL =
            exchange("fb78d390-0c51-40cd-8e17-fdbfab77341b", "Microsoft Exchange REST API Based Powershell");
    public static final App SHAREPOINT_ONLINE =
            new App(SHAREPOINT, "Office 365 SharePoint Online", "Office 365 SharePoint Online", SHAREPOINT);
    public static final App ONEDRIVE_SYNC = new App(
            "ab9b8c07-8f02-4f72-87fa-80105867a763", "OneDrive SyncEngine", "Office 365 SharePoint Online", SHAREPOINT);
    public static final App TEAMS = new App(
            "1fec8e78-bce4-4aaf-ab1b-5451cc387264",
            "Microsoft Teams",
            "Microsoft Teams Services",
            "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe");
    public static final App OFFICE_HOME =
            new App("4765445b-32c6-49b0-83e6-1d93765276ca", "OfficeHome", "Microsoft Graph", GRAPH);
    public static final App ADMIN_CENTRE = new App(
            "00000006-0000-0ff1-ce00-000000000000",
            "Microsoft Office 365 Portal",
            "Windows Azure Active Directory",
            DIRECTORY);
    public static final App AZURE_PORTAL = new App(
            "c44b4083-3bb0-49c1-b47d-974e53cbdf3c",
            "Azure Portal",
            "Windows Azure Service Management API",
            "797f4846-ba00-4fd7-ba43-dac1f8f63013");
    public static final App MY_SIGN_INS =
            new App("19db86c3-b2b9-44cc-b339-36da233a3be2", "My Signins", "Microsoft Graph", GRAPH);
    public static final App WINDOWS = new App(
            "38aa3b87-a06d-4817-b275-7a316988d93b", "Windows Sign In", "Windows Azure Active Directory", DIRECTORY);
    public static final App AZURE_CLI = new App(
            "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
            "Microsoft Azure CLI",
            "Windows Azure Service Management API",
            "797f4846-ba00-4fd7-ba43-dac1f8f63013");

    /** A program of somebody else's, with rights to mail or files. */
    public static App foreign(String name) {
        return new App(Guid.of("application", name), name, "Microsoft Graph", GRAPH);
    }

    private static App exchange(String id, String name) {
        return new App(id, name, "Office 365 Exchange Online", EXCHANGE);
    }

    /** Whether people use it in a browser. */
    public boolean inBrowser() {
        return equals(OUTLOOK_WEB)
                || equals(SHAREPOINT_ONLINE)
                || equals(OFFICE_HOME)
                || equals(ADMIN_CENTRE)
                || equals(AZURE_PORTAL)
                || equals(MY_SIGN_INS);
    }
}
