package id.sop.rules.example;

import id.sop.bundle.SopBundle;
import id.sop.definition.Sop;
import id.sop.example.ExampleReader;
import java.util.List;

/** Reads the examples that a bundle brings. */
public final class BundleExamples {
  private BundleExamples() {}

  /** The examples of {@code bundle}; none, and no problem, when it has no {@code uji.yaml}. */
  public static ExampleReader.Result read(SopBundle bundle, Sop sop) {
    return bundle
        .bytes(SopBundle.UJI)
        .map(bytes -> ExampleReader.read(bundle.fileName(SopBundle.UJI), bytes, sop))
        .orElseGet(() -> new ExampleReader.Result(List.of(), List.of()));
  }
}
