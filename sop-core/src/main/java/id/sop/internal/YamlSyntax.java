package id.sop.internal;

import id.sop.problem.Place;
import id.sop.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Turns the parser's complaint, made for programmers, into a problem with a way out. */
final class YamlSyntax {
  /** A line that begins as a key does; such a line was meant as one. */
  private static final Pattern KEY = Pattern.compile("^ *(?:- +)?([A-Za-z][A-Za-z0-9_-]*)");

  private YamlSyntax() {}

  /** What is wrong with {@code text}, about which the parser complained with {@code e}. */
  static Problem explain(String file, String text, YamlEngineException e) {
    if (!(e instanceof MarkedYamlEngineException marked) || marked.getProblemMark().isEmpty()) {
      return Problem.at(Place.startOf(file), YamlCode.SYNTAX);
    }
    Place place = place(file, marked.getProblemMark().get());
    Place opened = marked.getContextMark().map(mark -> place(file, mark)).orElse(place);
    String problem = String.valueOf(marked.getProblem());
    String context = String.valueOf(marked.getContext());
    String line = line(text, place.line());
    int tab = line.substring(0, line.length() - line.stripLeading().length()).indexOf('\t');
    if (tab >= 0 || problem.contains("TAB")) {
      return Problem.at(
          new Place(file, place.line(), tab >= 0 ? tab + 1 : place.column()), YamlCode.TAB);
    }
    if (problem.startsWith("mapping values are not allowed")) {
      Matcher key = KEY.matcher(line);
      if (key.find() && key.end() == place.column() - 1) {
        return Problem.at(new Place(file, place.line(), key.start(1) + 1), YamlCode.INDENTATION);
      }
      return Problem.at(place, YamlCode.COLON_IN_TEXT);
    }
    if (problem.startsWith("could not find expected ':'")) {
      return Problem.at(opened, YamlCode.MISSING_COLON);
    }
    if (context.contains("quoted scalar")) {
      return Problem.at(opened, YamlCode.UNCLOSED_QUOTE);
    }
    if (context.contains("flow ")) {
      return Problem.at(place, YamlCode.UNCLOSED_BRACKET, Integer.toString(opened.line()));
    }
    if (context.contains("block ")) {
      return Problem.at(place, YamlCode.INDENTATION);
    }
    return Problem.at(place, YamlCode.SYNTAX);
  }

  private static String line(String text, int number) {
    return text.lines().skip(number - 1L).findFirst().orElse("");
  }

  private static Place place(String file, Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
