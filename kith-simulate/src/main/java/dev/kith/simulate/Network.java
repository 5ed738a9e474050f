package dev.kith.simulate;

/**
 * Networks that addresses are drawn from. The blocks are public registry facts (checked in 2026 against RouteViews data), so that the
 * owner of an invented address can be looked up; the addresses in them are random.
 */
enum Network {
    MICROSOFT("40.107", "outbound.protection.outlook.com"),
    GOOGLE("209.85.221", "google.com"),
    MIMECAST_EU("195.130.217", "mimecast.com"),
    MIMECAST_DE("51.163.158", "mimecast.com"),
    PROOFPOINT("148.163.135", "pphosted.com"),
    HETZNER("88.198", "clients.your-server.de"),
    OVH("178.33", "mail.ovh.net"),
    IONOS("212.227.126", "kundenserver.de"),
    STRATO("81.169.146", "smtp.rzone.de"),
    ARUBA("62.149.128", "aruba.it"),
    INFOMANIAK("83.166.143", "infomaniak.ch"),
    MAILCHIMP("198.2.180", "mcsv.net"),
    SENDGRID("167.89.10", "sendgrid.net"),
    AMAZON("54.240.7", "amazonses.com"),
    SALESFORCE("13.111.20", "exacttarget.com"),
    TELEKOM("80.130", "dip0.t-ipconnect.de"),
    VODAFONE_DE("88.66", "dynamic.kabel-deutschland.de"),
    TELEKOM_MOBILE("80.187", ""),
    ORANGE("90.20", "abo.wanadoo.fr"),
    FREE("82.65", "subs.proxad.net"),
    ORANGE_MOBILE("92.184.100", ""),
    TELEFONICA("83.40", "red-acceso.airtel.net"),
    ORANGE_ES("83.231.1", ""),
    TIM("79.20", "retail.telecomitalia.it"),
    FASTWEB("93.35", "ip.fastwebnet.it"),
    VODAFONE_IT("5.90", ""),
    MEO("85.241", "dsl.telepac.pt"),
    MEO_FIBRE("83.240.140", "static.telepac.pt"),
    VODAFONE_PT("148.69", ""),
    KPN("77.165", "fixed.kpn.net"),
    ZIGGO("84.25", "cable.dynamic.v4.ziggo.nl"),
    ZIGGO_MOBILE("62.140.137", ""),
    BT("81.130", "in-addr.btopenworld.com"),
    VIRGIN("82.5", "cable.virginm.net"),
    EE("31.94", ""),
    COMCAST("50.200.3", "static.hfc.comcastbusiness.net"),
    ATT("99.20", "lightspeed.cicril.sbcglobal.net"),
    TMOBILE_US("172.56", ""),
    TELIA("81.225", "cust.bredband2.com"),
    TDC("80.161", "static.tdc.net"),
    ORANGE_PL("83.5", "neoplus.adsl.tpnet.pl"),
    TURK_TELEKOM("78.165", "dynamic.ttnet.com.tr"),
    M247("37.120.140", ""),
    DATACAMP("89.187.170", "unn-89-187-170.datapacket.com"),
    ANONYMOUS_HOSTING("45.141.215", ""),
    SWEDISH_VPN("193.138.218", ""),
    SKY("90.192", ""),
    TELEKOM_HOME("84.128", ""),
    ORANGE_HOME("86.192", ""),
    ORANGE_ES_HOME("95.16", ""),
    TIM_HOME("87.0", ""),
    NOS("94.132", ""),
    KPN_HOME("86.80", ""),
    TELIA_HOME("78.64", ""),
    P4("89.64", ""),
    SUPERONLINE("176.88", ""),
    COMCAST_HOME("73.1", ""),
    VPN_BUCHAREST("146.70.45", ""),
    VPN_STOCKHOLM("185.213.154", ""),
    VPN_AMSTERDAM("169.150.196", ""),
    VPN_FRANKFURT("138.199.19", ""),
    MICROSOFT_DUBLIN("40.126", ""),
    AMAZON_FRANKFURT("18.156", ""),
    AMAZON_DUBLIN("34.240", ""),
    DIGITALOCEAN("138.197", ""),
    TENCENT("43.134", ""),
    UCLOUD("152.32.150", ""),
    MEDIA_LAND("45.141.87", ""),
    VNPT("113.160", ""),
    BSNL("117.200", ""),
    CLEAN_NET("177.10.1", ""),
    CHINA_UNICOM("112.85", ""),
    VIMPELCOM("95.24", "");

    private final String prefix;
    private final String reverse;

    Network(String prefix, String reverse) {
        this.prefix = prefix;
        this.reverse = reverse;
    }

    /** The network that an address was drawn from; a hoster where several, or none, could be. */
    static Network of(String address) {
        for (Network network : values()) {
            if (address.startsWith(network.prefix + ".")) {
                return network;
            }
        }
        return M247;
    }

    /** A random IPv4 address in the block. */
    String address(Dice dice) {
        StringBuilder address = new StringBuilder(prefix);
        int given = (int) prefix.chars().filter(c -> c == '.').count() + 1;
        for (int i = given; i < 4; i++) {
            address.append('.').append(dice.between(2, 253));
        }
        return address.toString();
    }

    /** The domain its reverse names end in; empty where it has none. */
    String reverseDomain() {
        return reverse;
    }

    /** A name as its owner might give to the address; empty where the network has no reverse names. */
    String hostName(String address) {
        return reverse.isEmpty() ? "" : "p" + address.replace('.', '-') + "." + reverse;
    }
}
