package dev.frontrow.app.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON in which something is wrong: one value, one name, or the text as a whole. */
final class HostileJson {

    /** What may stand where a value does; some of it is no JSON at all. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "-0",
            "1.5",
            "1e2",
            "1E400",
            "-1e-400",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "18446744073709551616",
            "9".repeat(1_000),
            "1" + "0".repeat(20_000),
            "0." + "3".repeat(5_000),
            "00",
            "+1",
            "0x10",
            "NaN",
            "-Infinity",
            "1_000",
            "\"\"",
            "\" \"",
            "\"100\"",
            "\"" + "a".repeat(201) + "\"",
            "\"" + "a".repeat(70_000) + "\"",
            "\"\\u0000\"",
            "\"\\u200b\"",
            "\"a\\u202eb\"",
            "\"\\ud800\"",
            "\"\\ud83c\\udfb8\"",
            "\"e\\u0301\"",
            "\"\\x\"",
            "\"a\nb\"",
            "\"' or 1=1 --\"",
            "\"${jndi:ldap://127.0.0.1/a}\"",
            "\"#{7*7}\"",
            "\"%s%n%x\"",
            "\"<script>\"",
            "\"../../etc/passwd\"",
            "\"2026-02-30T25:61:61Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"2026-12-24T10:00:00\"",
            "\"Mars/Olympus_Mons\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[1,\"a\",{}]",
            "[\"1\",\"1\"]",
            "{\"$ref\":\"#\"}",
            "{\"@type\":\"a.b.C\"}",
            "[" + "\"1\",".repeat(5_000) + "\"1\"]",
            "[".repeat(400) + "]".repeat(400),
            "[".repeat(5_000),
            "{\"a\":".repeat(2_000),
            "",
            "undefined",
            "/* a */ 1",
            "'a'");

    private static final List<String> NAMES = List.of(
            "\"\"",
            "\"__proto__\"",
            "\"class\"",
            "\"a\\u0000\"",
            "\"unknown\"",
            "unquoted",
            "\"" + "n".repeat(5_000) + "\"");

    private final RandomGenerator random;

    HostileJson(RandomGenerator random) {
        this.random = random;
    }

    /** Something like this body, in which something is wrong. */
    String like(JsonNode example) {
        var text = example.toString();
        return switch (random.nextInt(10)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1));
            case 1 -> text + pick(List.of("}", "{}", ",", "\u0000", " garbage", text));
            case 2 -> "\uFEFF" + text;
            case 3 -> "[" + text + "]";
            case 4 -> pick(VALUES);
            case 5 -> with(example, pick(NAMES), pick(VALUES));
            case 6 ->
                with(
                        example,
                        JsonNodeFactory.instance
                                .stringNode(pick(names(example)))
                                .toString(),
                        pick(VALUES));
            default -> replaced(example, pick(places(example, "")), "", pick(VALUES));
        };
    }

    /** With one more member; where its name is there already, it is given twice. */
    private static String with(JsonNode example, String name, String value) {
        var text = example.toString();
        return example.isObject() && !example.isEmpty()
                ? text.substring(0, text.length() - 1) + "," + name + ":" + value + "}"
                : "{" + name + ":" + value + "}";
    }

    private static List<String> names(JsonNode example) {
        return example.isObject() && !example.isEmpty() ? List.copyOf(example.propertyNames()) : List.of("id");
    }

    private static List<String> places(JsonNode node, String at) {
        var places = new ArrayList<String>(List.of(at));
        node.propertyStream().forEach(member -> places.addAll(places(member.getValue(), at + "/" + member.getKey())));
        for (var i = 0; node.isArray() && i < node.size(); i++) {
            places.addAll(places(node.get(i), at + "/" + i));
        }
        return places;
    }

    private static String replaced(JsonNode node, String place, String at, String value) {
        if (at.equals(place)) {
            return value;
        }
        var members = new ArrayList<String>();
        node.propertyStream()
                .forEach(member -> members.add(JsonNodeFactory.instance.stringNode(member.getKey()) + ":"
                        + replaced(member.getValue(), place, at + "/" + member.getKey(), value)));
        for (var i = 0; node.isArray() && i < node.size(); i++) {
            members.add(replaced(node.get(i), place, at + "/" + i, value));
        }
        if (node.isObject()) {
            return "{" + String.join(",", members) + "}";
        }
        return node.isArray() ? "[" + String.join(",", members) + "]" : node.toString();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
