package id.sop.document;

import id.sop.definition.Label;
import java.util.ArrayList;
import java.util.List;

/**
 * An arrow with all that stands on it.
 *
 * @param key which one
 * @param notes conditions, one text for each case in which it is taken; none when it always is
 * @param fork the number of the fork that it is part of; {@link #NO_FORK} when it goes alone
 * @param joins whether others must be completed first
 */
record FlowArrow(Arrow key, List<String> notes, int fork, boolean joins) {
  static final int NO_FORK = -1;

  FlowArrow {
    notes = List.copyOf(notes);
  }

  boolean forks() {
    return fork != NO_FORK;
  }

  /** The label of the decision and the conditions. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    key.label().map(Label::value).ifPresent(texts::add);
    texts.addAll(notes);
    return texts;
  }
}
