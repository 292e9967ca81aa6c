package id.sop.rules.proof;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The classes of all objects that can be reached from one: what its methods could ever call. */
final class Reachable {
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> next = new ArrayDeque<>();
  private final Set<String> classes = new TreeSet<>();

  private Reachable() {}

  static Set<String> from(Object root) throws IllegalAccessException {
    Reachable reachable = new Reachable();
    reachable.meet(root);
    while (!reachable.next.isEmpty()) {
      reachable.look(reachable.next.remove());
    }
    return reachable.classes;
  }

  private void meet(Object object) {
    if (object != null && seen.add(object)) {
      next.add(object);
    }
  }

  private void look(Object object) throws IllegalAccessException {
    Class<?> type = object.getClass();
    classes.add((type.isArray() ? type.getComponentType() : type).getName());
    if (object instanceof Object[] array) {
      Arrays.stream(array).forEach(this::meet);
    } else if (object instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            meet(key);
            meet(value);
          });
    } else if (object instanceof Collection<?> collection) {
      collection.forEach(this::meet);
    } else if (object instanceof Optional<?> optional) {
      optional.ifPresent(this::meet);
    } else if (!type.getModule().isNamed() && !type.isArray()) {
      // Only what is not of the JDK, whose other classes hold nothing of ours.
      fields(object, type);
    }
  }

  private void fields(Object object, Class<?> type) throws IllegalAccessException {
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      if (c.getModule().isNamed()) {
        return;
      }
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          field.setAccessible(true);
          meet(field.get(object));
        }
      }
    }
  }
}
