package dev.frontrow.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * One Markdown file on its way to a page: headings get anchors, links lead to pages, diagrams are drawn into the page.
 *
 * <p>A link that leads nowhere becomes plain text here; the build's tests are what refuses it.
 */
final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private static final int SECTIONS_MIN = 4;
    private static final int SECTIONS_MAX = 12;
    private static final int SCALE_MIN_PERCENT = 72;
    private static final Pattern INLINE_CODE = Pattern.compile("(?<!<pre>)<code>([^<]{18,})</code>");
    private static final Pattern SIZE = Pattern.compile("style=\"width:(\\d+)px;height:\\d+px;");

    private final Path repository;
    private final Source source;
    private final Collection<Source> pages;
    private final Set<String> files;
    private final Map<Node, String> anchors = new LinkedHashMap<>();
    private int mermaids;

    Markdown(Path repository, Source source, Collection<Source> pages, Set<String> files) {
        this.repository = repository;
        this.source = source;
        this.pages = pages;
        this.files = files;
    }

    Page page() throws IOException {
        var text = Files.readString(repository.resolve(source.path()));
        var document = Parser.builder().extensions(EXTENSIONS).build().parse(text);
        var headings = new Headings();
        for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading) {
                anchors.put(node, headings.anchor(node));
            }
        }
        var html = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .attributeProviderFactory(context -> this::attributes)
                .nodeRendererFactory(Diagrams::new)
                .build()
                .render(document)
                .replaceAll("<table( class=\"cards\")?>", "<div class=\"table\"><table$1>")
                .replace("</table>", "</table></div>")
                .replaceAll("<td([^>]*)>", "<td$1><div>")
                .replace("</td>", "</div></td>")
                .replaceFirst("</h1>", "</h1>" + Matcher.quoteReplacement(contents()));
        return new Page(source, title(document), breakable(html));
    }

    /** Lets a long name in the text break where its parts end, rather than anywhere. */
    private static String breakable(String html) {
        return INLINE_CODE
                .matcher(html)
                .replaceAll(code -> Matcher.quoteReplacement(
                        "<code>" + code.group(1).replaceAll("(?<=\\w)(?=[.(/]\\w)", "<wbr>") + "</code>"));
    }

    private String title(Node document) {
        for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == 1) {
                return Headings.text(heading);
            }
        }
        return source.path();
    }

    /** The sections of a page that is long enough to look for one. */
    private String contents() {
        var sections = anchors.entrySet().stream()
                .filter(anchor -> anchor.getKey() instanceof Heading heading && heading.getLevel() == 2)
                .map(anchor -> "<a href=\"#%s\">%s</a>"
                        .formatted(anchor.getValue(), Layout.escaped(Headings.text(anchor.getKey()))))
                .toList();
        return sections.size() < SECTIONS_MIN || sections.size() > SECTIONS_MAX
                ? ""
                : "\n<nav class=\"sections\" aria-label=\"On this page\">\n" + String.join("\n", sections) + "\n</nav>";
    }

    private void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading && anchors.containsKey(node)) {
            attributes.put("id", anchors.get(node));
        } else if (node instanceof TableBlock table && DataTable.of(table).isCards()) {
            attributes.put("class", "cards");
        } else if (node instanceof TableCell cell && !cell.isHeader()) {
            attributes.put("data-label", DataTable.around(cell).label(cell));
        } else if (node instanceof Link link) {
            lead(attributes, "href", link.getDestination());
        } else if (node instanceof Image image) {
            lead(attributes, "src", image.getDestination());
        }
    }

    private void lead(Map<String, String> attributes, String attribute, String link) {
        var way = way(link);
        if (way.isPresent()) {
            attributes.put(attribute, way.get());
        } else {
            attributes.remove(attribute);
        }
    }

    private Optional<String> way(String link) {
        if (link.contains(":") || link.startsWith("#") || link.startsWith("/")) {
            return Optional.of(link);
        }
        var hash = link.indexOf('#');
        var path = hash < 0 ? link : link.substring(0, hash);
        var anchor = hash < 0 ? "" : link.substring(hash);
        var named = source.resolve(path);
        if (files.contains(named)) {
            return Optional.of(source.wayTo(named.substring("docs/".length())));
        }
        return pages.stream()
                .filter(page -> page.path().equals(named) || page.path().equals(named + "/README.md"))
                .findFirst()
                .map(page -> source.wayTo(page.target()) + anchor);
    }

    /** Lets a drawing get somewhat smaller where there is less room, as far as it can still be read. */
    private static String shrinking(String svg) {
        var size = SIZE.matcher(svg);
        if (!size.find()) {
            return svg;
        }
        var width = Integer.parseInt(size.group(1));
        return size.replaceFirst("style=\"width:100%%;min-width:%dpx;max-width:%dpx;height:auto;"
                        .formatted(width * SCALE_MIN_PERCENT / 100, width))
                .replaceFirst(" height=\"\\d+px\"", "")
                .replaceFirst(" width=\"\\d+px\"", "")
                .replaceFirst(" preserveAspectRatio=\"none\"", "");
    }

    /** Draws pictures into the page: SVG files that are linked as images, and Mermaid blocks by what was drawn of them. */
    private final class Diagrams implements NodeRenderer {

        private final HtmlNodeRendererContext context;
        private final CoreHtmlNodeRenderer others;

        private Diagrams(HtmlNodeRendererContext context) {
            this.context = context;
            this.others = new CoreHtmlNodeRenderer(context);
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class, FencedCodeBlock.class);
        }

        @Override
        public void render(Node node) {
            var drawing = switch (node) {
                case Image image -> drawing(source.resolve(image.getDestination()), Headings.text(image));
                case FencedCodeBlock block
                when block.getInfo().equals("mermaid") ->
                    drawing(
                            "docs/generated/diagrams/"
                                    + source.path()
                                            .replace(".md", "")
                                            .replace('/', '-')
                                            .toLowerCase(java.util.Locale.ROOT)
                                    + "-" + ++mermaids + ".svg",
                            "Sequence diagram");
                default -> Optional.<String>empty();
            };
            if (drawing.isPresent()) {
                context.getWriter().raw(drawing.get());
            } else {
                others.render(node);
            }
        }

        private Optional<String> drawing(String file, String title) {
            if (!files.contains(file) || !file.endsWith(".svg")) {
                return Optional.empty();
            }
            try {
                var svg = Files.readString(repository.resolve(file))
                        .replaceAll("<\\?.*?\\?>", "")
                        .replaceAll("(?s)<!--.*?-->", "")
                        .replaceAll("(?s)<!DOCTYPE.*?>", "")
                        .strip();
                svg = shrinking(svg);
                return Optional.of("<span class=\"diagram\" role=\"img\" aria-label=\"%s\" tabindex=\"0\">%s</span>"
                                .formatted(Layout.escaped(title), svg)
                        + "<a class=\"alone\" href=\"%s\">%s, alone</a>"
                                .formatted(source.wayTo(file.substring("docs/".length())), Layout.escaped(title)));
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        }
    }
}
