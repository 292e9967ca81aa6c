package id.sop.store.jdbc;

import id.sop.store.CaseStore.Change;
import id.sop.store.CaseTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a change does to the table with the tags.
 *
 * @param gone tags that the case no longer has
 * @param added tags that it did not have
 */
record TagLines(List<CaseTag> gone, List<CaseTag> added) {
  /**
   * @param numbers whether the numbers of papers are kept
   */
  static TagLines of(Change change, boolean numbers) {
    return new TagLines(
        without(change.tagsBefore(), change.tags(), numbers),
        without(change.tags(), change.tagsBefore(), numbers));
  }

  private static List<CaseTag> without(Set<CaseTag> some, Set<CaseTag> others, boolean numbers) {
    List<CaseTag> rest = new ArrayList<>();
    for (CaseTag tag : some) {
      if (!others.contains(tag) && (numbers || !tag.isDocument())) {
        rest.add(tag);
      }
    }
    return rest;
  }

  int size() {
    return gone.size() + added.size();
  }
}
