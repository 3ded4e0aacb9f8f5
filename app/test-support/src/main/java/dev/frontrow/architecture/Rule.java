package dev.frontrow.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule of the architecture.
 *
 * @param name a sentence in camel case; its fixture and its place in the documents are named after it
 * @param topic what it is about; rules of a topic stand together in the documents
 * @param says what has to hold
 * @param because why
 * @param check reports each violation, under the rule's name, with the reason and where to read on
 */
public record Rule(Topic topic, String name, String says, String because, ArchRule check) {

    private static final String PAGE = "docs/generated/rules.md";

    public enum Topic {
        BOUNDARIES("Between modules"),
        DIRECTION("Inside a module"),
        DATA("Data and transactions"),
        EVENTS("Events"),
        CODE("Code");

        private final String title;

        Topic(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    static Rule of(Topic topic, String name, String says, String because, ArchRule check) {
        var readOn = " (read on in " + PAGE + "#" + name.toLowerCase(java.util.Locale.ROOT) + ")";
        return new Rule(topic, name, says, because, check.as(name + ": " + says).because(because + readOn));
    }
}
