package id.sop.store;

import static com.google.common.base.Preconditions.checkArgument;

import id.sop.casework.CaseState;
import id.sop.casework.Completion;
import id.sop.casework.OpenRow;
import id.sop.definition.DataValue;
import id.sop.internal.Sha256;
import id.sop.journal.CaseEvent;
import id.sop.journal.Document;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what the open rows of a case are found, besides performer, SOP and time: a fact that is known
 * of it, the number of one of its papers, or a person who has taken one of its rows upon himself.
 *
 * @param name what it is: {@code data.} and the name of the fact, {@code dokumen} or {@code
 *     petugas}; at most {@value #MOST_NAME} letters
 * @param value what it says, as an official writes it; in the place of what is longer than {@value
 *     #MOST_VALUE} letters, or cannot be kept in a column, its digest
 */
public record CaseTag(String name, String value) {
  /** The most letters of a name. */
  public static final int MOST_NAME = 80;

  /** The most letters of a value. */
  public static final int MOST_VALUE = 100;

  private static final String DATA = "data.";
  private static final String DOCUMENT = "dokumen";
  private static final String PERSON = "petugas";
  private static final String DIGEST = "sha256:";
  private static final Pattern SPACES = Pattern.compile("\\s+");

  public CaseTag {
    checkArgument(!name.isEmpty() && name.length() <= MOST_NAME, "a tag has a name");
    checkArgument(!value.isEmpty() && value.length() <= MOST_VALUE, "a tag has a value");
  }

  /** Cases of which fact {@code nama} is {@code value}. */
  public static CaseTag data(String nama, DataValue value) {
    return new CaseTag(DATA.concat(nama), kept(value.teks()));
  }

  /**
   * Cases with a paper of this number, whatever it is. Spaces at the ends do not count, and several
   * in the middle count as one.
   */
  public static CaseTag document(String nomor) {
    return new CaseTag(DOCUMENT, kept(SPACES.matcher(nomor.strip()).replaceAll(" ")));
  }

  /** Cases of which this person has taken a row upon himself. */
  public static CaseTag person(String id) {
    return new CaseTag(PERSON, kept(id));
  }

  // Written out, as in the ids: see StepId.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CaseTag that && name.equals(that.name) && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + value.hashCode();
  }

  /** Whether it is the number of a paper: a store need not keep these. */
  public boolean isDocument() {
    return name.equals(DOCUMENT);
  }

  /**
   * All tags of a case: none unless it runs.
   *
   * @param documents whether the numbers of its papers are among them
   */
  public static Set<CaseTag> of(CaseState state, boolean documents) {
    Set<CaseTag> tags = new LinkedHashSet<>();
    if (state.running()) {
      for (Map.Entry<String, DataValue> fact : state.data().entrySet()) {
        tags.add(data(fact.getKey(), fact.getValue()));
      }
      if (documents) {
        addNumbers(tags, state);
      }
      for (OpenRow row : state.openRows()) {
        if (row.claim().isPresent()) {
          tags.add(person(row.claim().get().actor().id()));
        }
      }
    }
    return tags;
  }

  private static void addNumbers(Set<CaseTag> tags, CaseState state) {
    for (Completion completion : state.completions()) {
      addNumbers(tags, completion.kelengkapan());
      addNumbers(tags, completion.output());
    }
    for (CaseEvent.Attached attached : state.attached()) {
      addNumbers(tags, attached.dokumen());
    }
  }

  private static void addNumbers(Set<CaseTag> tags, List<Document> documents) {
    for (Document document : documents) {
      if (document.nomor().isPresent() && !document.nomor().get().isBlank()) {
        tags.add(document(document.nomor().get()));
      }
    }
  }

  /** What is kept of a text: itself where every database gives it back as it was. */
  private static String kept(String text) {
    boolean plain = !text.isEmpty() && text.length() <= MOST_VALUE && text.equals(text.strip());
    for (int i = 0; plain && i < text.length(); i++) {
      plain = !Character.isISOControl(text.charAt(i)) && !Character.isSurrogate(text.charAt(i));
    }
    return plain ? text : DIGEST.concat(Sha256.of(text));
  }
}
