package dev.frontrow.docs.generator;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What the sources of all modules say of packages, types and methods, as Markdown.
 *
 * <p>Read from the sources themselves, so it is whole however much of the build was skipped.
 */
final class Javadocs {

    private static final Pattern FIRST_SENTENCE = Pattern.compile("(?s)^(.*?[.!?])(\\s|$).*");
    private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@\\w+");
    private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s+([^{}]*)}");

    private final Map<String, String> comments = new HashMap<>();
    private final Set<String> types = new HashSet<>();

    static Javadocs of(Repository repository) {
        var found = new Javadocs();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(repository
                            .service()
                            .filter(file -> file.toString().endsWith(".java"))
                            .toList()));
            var trees = DocTrees.instance(task);
            for (var unit : task.parse()) {
                found.new Reader(trees, unit).scan(unit, null);
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether somebody wrote that type, where others are generated. */
    boolean isWritten(String type) {
        return types.contains(type.replace('$', '.'));
    }

    /** All of a type's or package's comment, as Markdown paragraphs; empty where there is none. */
    String all(String name) {
        return markdown(comments.getOrDefault(name.replace('$', '.'), ""));
    }

    /** The first sentence, on one line; empty where there is none. */
    String first(String name) {
        var all = all(name).replace("\n", " ").strip();
        var sentence = FIRST_SENTENCE.matcher(all);
        return sentence.matches() ? sentence.group(1) : all;
    }

    private static String markdown(String comment) {
        var tag = BLOCK_TAG.matcher(comment);
        var text = tag.find() ? comment.substring(0, tag.start()) : comment;
        var plain = INLINE.matcher(text)
                .replaceAll(
                        inline -> java.util.regex.Matcher.quoteReplacement(inline(inline.group(1), inline.group(2))));
        return plain.strip()
                .replaceAll("\\s*<p>\\s*", "\u0000")
                .replaceAll("\\s*<li>\\s*", "\u0000- ")
                .replaceAll("</?\\w+[^>]*>", "")
                .replaceAll("\\s+", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replace("\u0000", "\n\n")
                .strip();
    }

    private static String inline(String tag, String content) {
        var text = content.strip().replaceAll("\\s+", " ");
        if (!tag.startsWith("link")) {
            return "`" + text.replace("<", "&lt;").replace(">", "&gt;") + "`";
        }
        var label = text.indexOf(' ') > 0 && !text.contains("(") ? text.substring(text.indexOf(' ') + 1) : null;
        return label != null ? label : "`" + shortName(text) + "`";
    }

    private static String shortName(String reference) {
        var hash = reference.indexOf('#');
        var type = hash < 0 ? reference : reference.substring(0, hash);
        var simple = type.substring(type.lastIndexOf('.') + 1);
        return hash < 0 ? simple : simple + (simple.isEmpty() ? "" : ".") + reference.substring(hash + 1);
    }

    private final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees trees;
        private final String packageName;
        private final ArrayDeque<String> nesting = new ArrayDeque<>();

        private Reader(DocTrees trees, CompilationUnitTree unit) {
            this.trees = trees;
            this.packageName = String.valueOf(unit.getPackageName());
        }

        @Override
        public @Nullable Void visitPackage(PackageTree tree, @Nullable Void nothing) {
            note(packageName);
            return super.visitPackage(tree, nothing);
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            nesting.addLast(tree.getSimpleName().toString());
            types.add(name());
            note(name());
            super.visitClass(tree, nothing);
            nesting.removeLast();
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
            note(name() + "#" + tree.getName());
            return super.visitMethod(tree, nothing);
        }

        private String name() {
            return packageName + "." + String.join(".", nesting);
        }

        private void note(String name) {
            var comment = trees.getDocComment(getCurrentPath());
            if (comment != null) {
                comments.putIfAbsent(name, comment);
            }
        }
    }
}
