package dev.throughline.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What the compiler's parser sees in a Java file. */
record JavaFacts(
    String path, String packageName, List<Named> types, List<Sized> methods, List<Named> literals) {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** A name or a text, and the line it stands on. */
  record Named(String name, int line) {}

  /** A method without its comment. */
  record Sized(String name, int line, int lines) {}

  static JavaFacts of(Repository.SourceFile file) {
    return of(List.of(file)).getFirst();
  }

  /** In the order of the files; one parser for all of them is many times faster than one each. */
  static List<JavaFacts> of(List<Repository.SourceFile> files) {
    List<JavaFileObject> sources = files.stream().map(JavaFacts::source).toList();
    var task =
        (JavacTask) COMPILER.getTask(new StringWriter(), null, found -> {}, null, null, sources);
    List<JavaFacts> facts = new ArrayList<>();
    try {
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        facts.add(of(files.get(facts.size()).path(), unit, positions));
      }
      return facts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaFacts of(String path, CompilationUnitTree unit, SourcePositions positions) {
    var reader = new Reader(unit, positions);
    reader.scan(unit, null);
    String packageName = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    return new JavaFacts(path, packageName, reader.types, reader.methods, reader.literals);
  }

  private static JavaFileObject source(Repository.SourceFile file) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + file.path().replace(' ', '_')), JavaFileObject.Kind.SOURCE) {
      @Override
      public String getCharContent(boolean ignoreEncodingErrors) {
        return file.text();
      }
    };
  }

  private static final class Reader extends TreeScanner<Void, Void> {
    private final List<Named> types = new ArrayList<>();
    private final List<Sized> methods = new ArrayList<>();
    private final List<Named> literals = new ArrayList<>();
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final LineMap lines;

    Reader(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
      this.lines = unit.getLineMap();
    }

    @Override
    public Void visitClass(ClassTree node, Void nothing) {
      if (!node.getSimpleName().isEmpty()) {
        types.add(new Named(node.getSimpleName().toString(), begin(node)));
      }
      return super.visitClass(node, null);
    }

    @Override
    public Void visitMethod(MethodTree node, Void nothing) {
      long end = lines.getLineNumber(positions.getEndPosition(unit, node));
      methods.add(new Sized(node.getName().toString(), begin(node), (int) end - begin(node) + 1));
      return super.visitMethod(node, null);
    }

    @Override
    public Void visitLiteral(LiteralTree node, Void nothing) {
      if (node.getValue() instanceof String text) {
        literals.add(new Named(text, begin(node)));
      }
      return super.visitLiteral(node, null);
    }

    private int begin(Tree node) {
      return (int) lines.getLineNumber(positions.getStartPosition(unit, node));
    }
  }
}
