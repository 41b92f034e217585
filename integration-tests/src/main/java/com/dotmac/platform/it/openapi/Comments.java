package com.dotmac.platform.it.openapi;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What the comments in the source say, so that the description of the API need not say it again.
 * Read with the compiler of the JDK, one file when it is first asked for.
 */
public final class Comments {
  private static final List<String> SOURCES = List.of("app/src/main/java", "domain/src/main/java");

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final Path repository;
  private final Set<String> read = new HashSet<>();
  private final Map<String, String> texts = new HashMap<>();

  /** Of the sources below the root of the repository. */
  public Comments(Path repository) {
    this.repository = repository;
  }

  /** What is said of a type. */
  public String of(Class<?> type) {
    return text(type, "");
  }

  /** What is said of a method, of a constant, or, with {@code @param}, of a record's component. */
  public String of(Class<?> type, String member) {
    return text(type, "#" + member);
  }

  private String text(Class<?> type, String member) {
    String outer = type.getName().replaceFirst("\\$.*", "");
    if (read.add(outer)) {
      read(outer.replace('.', '/') + ".java");
    }
    return texts.getOrDefault(type.getName() + member, "");
  }

  private void read(String name) {
    for (String folder : SOURCES) {
      Path file = repository.resolve(folder).resolve(name);
      if (Files.exists(file)) {
        parse(file);
      }
    }
  }

  private void parse(Path file) {
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  nothing -> {},
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjects(file));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Collector(trees, unit.getPackageName() + ".").scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes the comment of each type, method and constant under its name. */
  private final class Collector extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final DocTrees trees;
    private String type;

    Collector(DocTrees trees, String type) {
      this.trees = trees;
      this.type = type;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
      String outer = type;
      type = (outer.endsWith(".") ? outer : outer + "$") + tree.getSimpleName();
      note("");
      super.visitClass(tree, null);
      type = outer;
      return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
      note("#" + tree.getName());
      return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
      note("#" + tree.getName());
      return null;
    }

    private void note(String member) {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment == null) {
        return;
      }
      texts.put(type + member, plain(comment.getFullBody()));
      for (DocTree tag : comment.getBlockTags()) {
        if (tag instanceof ParamTree param && member.isEmpty()) {
          texts.put(type + "#" + param.getName(), plain(param.getDescription()));
        }
      }
    }
  }

  /** Markdown of a comment. */
  private static String plain(List<? extends DocTree> parts) {
    return parts.stream()
        .map(Comments::plain)
        .collect(Collectors.joining())
        .replaceAll("[ \\t]*\\R[ \\t]*(?!\\R)", " ")
        .replaceAll("\\s*\u2029\\s*", "\n\n")
        .strip();
  }

  private static String plain(DocTree part) {
    if (part instanceof TextTree text) {
      return text.getBody();
    }
    if (part instanceof LiteralTree literal) {
      return "`" + literal.getBody().getBody().strip() + "`";
    }
    if (part instanceof LinkTree link) {
      return "`" + link.getReference().getSignature() + "`";
    }
    return part instanceof StartElementTree ? "\u2029" : "";
  }
}
