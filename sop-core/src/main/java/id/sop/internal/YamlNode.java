package id.sop.internal;

import id.sop.problem.Place;

/** A piece of a YAML file that knows where it stands. */
public sealed interface YamlNode permits YamlText, YamlList, YamlMap {

  /** Where it begins. */
  Place place();
}
