package dev.frontrow.app.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages say the same in both languages, and all that they say is there. */
class TextsTests {

    private static final Pattern SAID = Pattern.compile("\\bt\\(\\s*'([a-z0-9.-]+)'");
    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");

    @Test
    void areTheSameInBothLanguages() throws IOException {
        var korean = texts("ko");
        var english = texts("en");

        assertThat(korean.propertyNames()).containsExactlyInAnyOrderElementsOf(english.propertyNames());
        english.propertyNames()
                .forEach(key -> assertThat(values(korean, key)).as(key).isEqualTo(values(english, key)));
    }

    @Test
    void areThereForAllThatIsSaid() throws IOException {
        var keys = new TreeSet<>(texts("en").propertyNames());
        var scripts = new PathMatchingResourcePatternResolver().getResources("classpath:pages/assets/**/*.js");
        assertThat(scripts).isNotEmpty();
        for (var script : scripts) {
            var code = new String(script.getContentAsByteArray(), UTF_8);
            SAID.matcher(code)
                    .results()
                    .map(said -> said.group(1))
                    .forEach(key -> assertThat(keys)
                            .as(script.getFilename() + " says " + key)
                            .matches(all -> all.contains(key) || all.contains(key + ".other")));
        }
    }

    private static JsonNode texts(String language) throws IOException {
        return JsonMapper.shared()
                .readTree(new ClassPathResource("pages/assets/texts/" + language + ".json").getContentAsByteArray());
    }

    /** One may go without saying. */
    private static Set<String> values(JsonNode texts, String key) {
        return VALUE.matcher(texts.path(key).asString(""))
                .results()
                .map(value -> value.group(1))
                .filter(value -> !key.endsWith(".one") || !value.equals("count"))
                .collect(Collectors.toSet());
    }
}
