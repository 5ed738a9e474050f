package dev.kith.connect.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.model.Fault;
import dev.kith.connect.model.Yaml;
import dev.kith.connect.model.YamlReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigmaRuleTest {
    private static final String RECORD = """
            {"Operation":"New-InboxRule","Workload":"Exchange","UserId":"Ann@Wharf.example","ClientIP":"203.0.113.9:4711",
             "ResultStatus":"Succeeded","Size":1500,"Empty":"","Gone":null,"Path":"C:\\\\Temp\\\\a.exe",
             "Parameters":[{"Name":"ForwardTo","Value":"keep@elsewhere.example"},{"Name":"Name","Value":"."}],
             "Owner":"ann@wharf.example","Command":"tool –hidden /all","Coded":"xxSW52b2ljZQ==xx",
             "Nested":"{\\"Device\\":{\\"Trust\\":\\"none\\"}}"}
            """;

    @Test
    void selections_areMapsListsAndKeywords() {
        holds("s: {Operation: new-inboxrule, UserId: ann@wharf.example}");
        fails("s: {Operation: new-inboxrule, UserId: ben@wharf.example}");
        holds("s: [{Operation: x}, {Operation: New-InboxRule}]");
        holds("s: [elsewhere.example, nowhere]");
        holds("s: elsewhere*example");
        fails("s: [nowhere]");
        holds("s: {Operation: [x, New-InboxRule]}");
        holds("s: {'|all': [elsewhere, wharf]}");
        fails("s: {'|all': [elsewhere, nowhere]}");
    }

    @Test
    void namesAndValues_areFieldsOfTheirOwn() {
        holds("s: {ForwardTo|endswith: elsewhere.example}");
        holds("s: {Parameters.ForwardTo: keep@elsewhere.example}");
        holds("s: {Parameters|contains: ForwardTo}");
        holds("s: {Nested.Device.Trust: none}");
        holds("s: {eventSource: exchange, eventName: New-InboxRule, status: success}");
    }

    @Test
    void wildcards_standForAnyTextUnlessEscaped() {
        holds("s: {Operation: 'New-*Rule'}");
        holds("s: {Operation: 'New-Inbox????'}");
        fails("s: {Operation: 'New-Inbox???'}");
        fails("s: {Operation: 'New-\\*Rule'}");
        holds("s: {Path: 'C:\\Temp\\\\*.exe'}");
        fails("s: {Path: 'C:\\Temp\\*.exe'}");
        holds("s: {Path|endswith: '\\\\a.exe'}");
    }

    @Test
    void modifiers_doWhatTheSpecificationSays() {
        holds("s: {UserId|contains|all: [ann, wharf]}");
        fails("s: {UserId|contains|all: [ann, quay]}");
        holds("s: {UserId|startswith: ann@}");
        fails("s: {UserId|contains|cased: ann@}");
        holds("s: {UserId|contains|cased: Ann@}");
        holds("s: {UserId|re: '^Ann@[A-Za-z]+'}");
        fails("s: {UserId|re: '^ann@'}");
        holds("s: {UserId|re|i: '^ann@'}");
        holds("s: {ClientIP|cidr: 203.0.113.0/24}");
        fails("s: {ClientIP|cidr: [203.0.114.0/24, '2001:db8::/32']}");
        holds("s: {Operation|exists: true, Colour|exists: false}");
        fails("s: {Colour|exists: true}");
        holds("s: {Size|gte: 1500, Size|lt: 1501}");
        fails("s: {Size|gt: 1500}");
        holds("s: {Coded|base64offset|contains: nvoice}");
        holds("s: {Coded|contains|base64: Invoice}");
        holds("s: {Command|windash|contains: ' -hidden'}");
        holds("s: {UserId|fieldref: Owner}");
        fails("s: {UserId|fieldref: Operation}");
        holds("s: {UserId|fieldref|cased|startswith: Empty}");
    }

    @Test
    void nullIsMissing_andAnEmptyTextIsThere() {
        holds("s: {Gone: null, Colour: null}");
        fails("s: {Empty: null}");
        holds("s: {Empty: ''}");
        fails("s: {Colour: ''}");
    }

    @Test
    void conditions_bindAsTheSpecificationSays() {
        String three = "a: {Operation: New-InboxRule}\n  ab: {UserId: nobody}\n  _c: {UserId: nobody}";
        assertThat(matches(rule(three, "a and not ab"))).isTrue();
        assertThat(matches(rule(three, "not a or not (ab and a)"))).isTrue();
        assertThat(matches(rule(three, "a or ab and ab"))).isTrue();
        assertThat(matches(rule(three, "(a or ab) and ab"))).isFalse();
        assertThat(matches(rule(three, "1 of a*"))).isTrue();
        assertThat(matches(rule(three, "all of a*"))).isFalse();
        assertThat(matches(rule(three, "1 of them"))).isTrue();
        assertThat(matches(rule(three, "all of them"))).isFalse();
        assertThat(matches(rule(three, "NOT ab AND a"))).isTrue();
        assertThat(matches(rule(three, "[ab, a]"))).isTrue();
    }

    @Test
    void whatIsNotRead_isRefusedWithItsPlace() {
        refused(
                rule("s: {UserId|expand: '%x%'}", "s"),
                "r.yml:5: detection.s.UserId|expand: modifier expand is not read");
        refused(rule("s: {UserId|re: '(?<=a)b'}", "s"), "r.yml:5: detection.s.UserId|re: is no regular expression");
        refused(rule("s: {UserId|re: '((a{500}){500}){500}'}", "s"), "r.yml:5: detection.s.UserId|re: the expression");
        refused(rule("s: {UserId|cidr: everywhere}", "s"), "r.yml:5: detection.s.UserId|cidr: is no block");
        refused(rule("s: {UserId|gt: many}", "s"), "r.yml:5: detection.s.UserId|gt: gt wants a number");
        refused(rule("s: {UserId|re|contains: a}", "s"), "r.yml:5: detection.s.UserId|re|contains: modifiers");
        refused(rule("s: {UserId|base64: 'a*'}", "s"), "r.yml:5: detection.s.UserId|base64: what is encoded");
        refused(rule("s: {UserId: {a: b}}", "s"), "r.yml:5: detection.s.UserId: a value is a list");
        refused(rule("s: {UserId: a}", "s | count() > 5"), "r.yml:6: detection.condition: counts after |");
        refused(rule("s: {UserId: a}", "s and t"), "r.yml:6: detection.condition: there is no selection t");
        refused(rule("s: {UserId: a}", "(s"), "r.yml:6: detection.condition: a parenthesis");
        refused(rule("s: {UserId: a}", "2 of them"), "r.yml:6: detection.condition: 2 of is not read");
        refused(rule("s: {UserId: a}", "s and"), "r.yml:6: detection.condition: ends too early");
        refused(rule("s: {}", "s"), "r.yml:5: detection.s: is empty");
        refused(rule("s: {UserId: a}\n  timeframe: 5m", "s"), "r.yml:6: detection.timeframe: is of an older Sigma");
        refused(
                rule("s: {UserId: a}", "s").replace("exchange", "teams"),
                "r.yml:2: logsource: product m365, service teams");
        refused(
                rule("s: {UserId: a}", "s").replace("m365", "zeek").replace("exchange", "dns"),
                "r.yml:2: logsource: product zeek, service dns: this source is not read yet");
        refused(rule("s: {UserId: a}", "s").replace("level: low", "level: grave"), "r.yml:3: level: is none of");
        refused("title: t\ndetection: {s: {a: b}, condition: s}\n", "r.yml:1: logsource:");
    }

    @Test
    void regularExpressionsAndWildcards_takeTimeInProportion() {
        String record = "{\"Operation\":\"x\",\"Workload\":\"Exchange\",\"UserId\":\"" + "a".repeat(15_000) + "\"}";
        long begin = System.nanoTime();
        assertThat(matches(rule("s: {UserId|re: '^(a+)+b$'}", "s"), record)).isFalse();
        assertThat(matches(rule("s: {UserId: '*a*a*a*a*a*a*a*a*a*a*b'}", "s"), record))
                .isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void eventsOfOneActivity_areAskedOneByOne() {
        String rule = """
                title: t
                logsource: {product: gcp, service: google_workspace.admin}
                level: low
                detection:
                  s: {eventService: admin.googleapis.com, eventName: CREATE_ROLE, ROLE_NAME: Owners}
                  condition: s
                """;
        String record = """
                {"id":{"applicationName":"admin"},"events":[
                 {"type":"A","name":"CREATE_ROLE","parameters":[{"name":"ROLE_NAME","value":"%s"}]},
                 {"type":"A","name":"ASSIGN_ROLE","parameters":[{"name":"ROLE_NAME","value":"Owners"}]}]}
                """;
        assertThat(matches(rule, record.formatted("Owners"))).isTrue();
        assertThat(matches(rule, record.formatted("Readers"))).isFalse();
        assertThat(matches(rule, record.formatted("Owners").replace("\"admin\"", "\"drive\"")))
                .isFalse();
    }

    @Test
    void signInsAndDirectory_goByTheNamesThatRulesUse() {
        String signIn = """
                {"createdDateTime":"2026-03-02T09:00:00Z","appId":"a","userPrincipalName":"ann@wharf.example",
                 "status":{"errorCode":50126},"riskEventTypes_v2":["anonymizedIPAddress"]}
                """;
        String logs = rule("s: {ResultType: 50126, Status: failure}", "s")
                .replace("{product: m365, service: exchange}", "{product: azure, service: signinlogs}");
        assertThat(matches(logs, signIn)).isTrue();
        String risk = rule("s: {riskEventType: anonymizedIPAddress}", "s")
                .replace("{product: m365, service: exchange}", "{product: azure, service: riskdetection}");
        assertThat(matches(risk, signIn)).isTrue();
        String audit = rule("s: {properties.message: Add member to role}", "s")
                .replace("{product: m365, service: exchange}", "{product: azure, service: auditlogs}");
        assertThat(matches(audit, "{\"Operation\":\"Add member to role.\",\"Workload\":\"AzureActiveDirectory\"}"))
                .isTrue();
    }

    private static String rule(String selections, String condition) {
        return """
                title: t
                logsource: {product: m365, service: exchange}
                level: low
                detection:
                  %s
                  condition: %s
                """.formatted(selections, condition.startsWith("[") ? condition : "'" + condition + "'");
    }

    private static void holds(String selection) {
        assertThat(matches(rule(selection, "s"))).as(selection).isTrue();
    }

    private static void fails(String selection) {
        assertThat(matches(rule(selection, "s"))).as(selection).isFalse();
    }

    private static boolean matches(String rule) {
        return matches(rule, RECORD);
    }

    private static boolean matches(String rule, String record) {
        List<Fault> faults = new ArrayList<>();
        SigmaReader reader = read(rule, faults);
        assertThat(faults).isEmpty();
        try {
            return reader.rules()
                    .get(0)
                    .matching((ObjectNode) new JsonMapper().readTree(record))
                    .isPresent();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void refused(String rule, String fault) {
        List<Fault> faults = new ArrayList<>();
        SigmaReader reader = read(rule, faults);
        assertThat(faults).isNotEmpty();
        assertThat(faults.get(0).toString()).startsWith(fault);
        assertThat(reader.rules()).isEmpty();
    }

    private static SigmaReader read(String rule, List<Fault> faults) {
        SigmaReader reader = new SigmaReader("r.yml", faults, new ArrayList<>());
        try {
            reader.read((Yaml.Fields) YamlReader.read("r.yml", rule).get(0));
        } catch (YamlReader.Refused e) {
            throw new AssertionError(e);
        }
        return reader;
    }
}
