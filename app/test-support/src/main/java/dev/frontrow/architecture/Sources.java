package dev.frontrow.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What compiled classes no longer tell: which types somebody has commented. Finds a class's source beside where it was built. */
final class Sources {

    /** By the directory of their sources, which is read as a whole. */
    private final Map<Path, Set<String>> commented = new HashMap<>();

    boolean areCommentedAt(JavaClass type) {
        var name = type.getSimpleName().equals("package-info") ? type.getPackageName() : type.getName();
        return commented
                .computeIfAbsent(fileOf(type).getParent(), Sources::read)
                .contains(name.replace('$', '.'));
    }

    private static Path fileOf(JavaClass type) {
        var built = Built.of(type);
        var top = type;
        while (top.getEnclosingClass().isPresent()) {
            top = top.getEnclosingClass().get();
        }
        var file = built.folder()
                .resolve(built.forTests() ? "src/test/java" : "src/main/java")
                .resolve(top.getName().replace('.', '/') + ".java");
        if (!Files.exists(file)) {
            throw new IllegalStateException("no source of " + type.getName() + " at " + file);
        }
        return file;
    }

    private static Set<String> read(Path directory) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                var sources = Files.newDirectoryStream(directory, "*.java")) {
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            var comments = new Comments(DocTrees.instance(task));
            for (var unit : task.parse()) {
                comments.of(unit);
            }
            return comments.found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Comments extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final Set<String> found = new HashSet<>();
        private final ArrayDeque<String> nesting = new ArrayDeque<>();
        private final DocTrees trees;

        private Comments(DocTrees trees) {
            this.trees = trees;
        }

        private void of(CompilationUnitTree unit) {
            nesting.addLast(String.valueOf(unit.getPackageName()));
            scan(unit, null);
            nesting.removeLast();
        }

        @Override
        public @Nullable Void visitPackage(PackageTree tree, @Nullable Void nothing) {
            note();
            return super.visitPackage(tree, null);
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            nesting.addLast(tree.getSimpleName().toString());
            note();
            super.visitClass(tree, null);
            nesting.removeLast();
            return null;
        }

        private void note() {
            var comment = trees.getDocComment(getCurrentPath());
            if (comment != null && !comment.isBlank()) {
                found.add(String.join(".", nesting));
            }
        }
    }
}
