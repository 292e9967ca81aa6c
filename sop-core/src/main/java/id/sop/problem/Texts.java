package id.sop.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The texts of codes, read once per enum from the property files beside it. */
public final class Texts {
  private static final ClassValue<Map<Language, Properties>> FILES =
      new ClassValue<>() {
        @Override
        protected Map<Language, Properties> computeValue(Class<?> type) {
          Map<Language, Properties> files = new EnumMap<>(Language.class);
          for (Language language : Language.values()) {
            files.put(language, read(type, language));
          }
          return files;
        }
      };

  private Texts() {}

  /** What {@code code} means for these facts. */
  public static String text(Code code, Language language, List<String> facts) {
    return format(code, ".text", language, facts);
  }

  /** What to do about it. */
  public static String hint(Code code, Language language, List<String> facts) {
    return format(code, ".hint", language, facts);
  }

  private static String format(Code code, String part, Language language, List<String> facts) {
    Class<?> type = code instanceof Enum<?> e ? e.getDeclaringClass() : code.getClass();
    @Nullable Properties file = FILES.get(type).get(language);
    @Nullable String pattern = file == null ? null : file.getProperty(code.name() + part);
    if (pattern == null) {
      throw new IllegalStateException(
          "no " + language.tag() + " text for " + code.name() + part + " of " + type.getName());
    }
    return new MessageFormat(pattern, Locale.ROOT).format(facts.toArray());
  }

  private static Properties read(Class<?> type, Language language) {
    String name = type.getSimpleName() + "_" + language.tag() + ".properties";
    try (@Nullable InputStream in = type.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing " + name + " beside " + type.getName());
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
