package id.sop.cli;

import id.sop.problem.Language;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code id} or {@code en}. */
final class LanguageConverter implements ITypeConverter<Language> {
  @Override
  public Language convert(String value) {
    return Arrays.stream(Language.values())
        .filter(language -> language.tag().equals(value))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("id, en"));
  }
}
