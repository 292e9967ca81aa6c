package id.sop.internal;

import id.sop.problem.Place;
import java.util.List;

/**
 * A list.
 *
 * @param items what it holds, in order
 * @param place where it begins
 */
public record YamlList(List<YamlNode> items, Place place) implements YamlNode {
  public YamlList {
    items = List.copyOf(items);
  }
}
