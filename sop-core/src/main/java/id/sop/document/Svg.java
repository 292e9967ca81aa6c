package id.sop.document;

import id.sop.document.Picture.Box;
import id.sop.document.Picture.Ink;
import id.sop.document.Picture.Point;
import id.sop.document.Picture.Text;
import id.sop.document.Picture.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a drawing as SVG. All coordinates are whole numbers, so that no machine rounds them. */
final class Svg {
  private static final String STYLE =
      """
      .sop-bagan{font-family:"Liberation Sans",Arial,Helvetica,sans-serif;fill:#111}
      .sop-bagan .kertas{fill:#fff}
      .sop-bagan .tabel{stroke:#b8b8b8;stroke-width:.6}
      .sop-bagan .tabel.kuat{stroke:#555;stroke-width:1}
      .sop-bagan .bentuk{fill:#fff;stroke:#111;stroke-width:1.2}
      .sop-bagan .panah,.sop-bagan .sambung{fill:none;stroke:#111;stroke-width:1.1}
      .sop-bagan .sambung.pilihan{stroke-dasharray:3 2}
      .sop-bagan .palang{fill:#111}
      .sop-bagan .mata{fill:#111;stroke:none}
      .sop-bagan .latar{fill:#fff;fill-opacity:.88}
      .sop-bagan .kecil{fill:#444}
      .sop-bagan .baru .bentuk{stroke:#146c2e;stroke-width:2.4;fill:#e4f5e8}
      .sop-bagan .baru .panah{stroke:#146c2e;stroke-width:2.2}
      .sop-bagan .baru .mata{fill:#146c2e}
      .sop-bagan .hapus .bentuk{stroke:#a3191f;stroke-width:1.6;stroke-dasharray:4 3;fill:#fdeaea}
      .sop-bagan .hapus .panah{stroke:#a3191f;stroke-width:1.6;stroke-dasharray:4 3}
      .sop-bagan .hapus .mata{fill:#a3191f}
      .sop-bagan .ubah .bentuk{stroke:#8a5a00;stroke-width:2.4;fill:#fff4d6}
      .sop-bagan .ubah .panah{stroke:#8a5a00;stroke-width:2.2;stroke-dasharray:8 2}
      .sop-bagan .ubah .mata{fill:#8a5a00}
      .sop-bagan .lalu .bentuk{stroke:#1d4f91;fill:#e6eefa}
      .sop-bagan .lalu .panah{stroke:#1d4f91;stroke-width:2.2}
      .sop-bagan .lalu .mata{fill:#1d4f91}
      .sop-bagan .kini .bentuk{stroke:#1d4f91;stroke-width:3;fill:#ffe9a8}
      .sop-bagan .kini .panah{stroke:#1d4f91;stroke-width:3}
      .sop-bagan .kini .mata{fill:#1d4f91}
      """;

  private final StringBuilder out = new StringBuilder();
  private final FlowDrawing drawing;

  private Svg(FlowDrawing drawing) {
    this.drawing = drawing;
  }

  static String of(FlowDrawing drawing) {
    Svg svg = new Svg(drawing);
    svg.write(Layout.of(drawing));
    return svg.out.toString();
  }

  private void line(String format, Object... arguments) {
    out.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }

  private void write(Picture picture) {
    String id = "bagan-" + drawing.sop().id().value().replace('.', '-');
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"sop-bagan\" viewBox=\"0 0 %d %d\""
            + " role=\"img\" aria-labelledby=\"%s-judul %s-isi\" lang=\"id\">",
        picture.width(), picture.height(), id, id);
    line(
        "<title id=\"%s-judul\">Bagan alir %s</title>",
        id, Xml.escape(drawing.sop().identitas().nama()));
    line("<desc id=\"%s-isi\">%s</desc>", id, Xml.escape(description()));
    line("<style>%n%s</style>".replace("%n", "\n"), STYLE);
    line(
        "<rect class=\"kertas\" x=\"0\" y=\"0\" width=\"%d\" height=\"%d\"/>",
        picture.width(), picture.height());
    for (Picture.Rule rule : picture.rules()) {
      line(
          "<line class=\"tabel%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>",
          rule.strong() ? " kuat" : "",
          rule.from().x(),
          rule.from().y(),
          rule.to().x(),
          rule.to().y());
    }
    picture.texts().forEach(text -> text(text, ""));
    picture.links().forEach(this::link);
    picture.wires().stream().filter(wire -> wire.mark().isEmpty()).forEach(this::wire);
    picture.wires().stream().filter(wire -> wire.mark().isPresent()).forEach(this::wire);
    for (Picture.Bar bar : picture.bars()) {
      line(
          "<rect class=\"palang\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"4\"/>",
          bar.from(), bar.y() - 2, bar.to() - bar.from());
    }
    picture.shapes().forEach(this::shape);
    picture.wires().forEach(wire -> wire.label().ifPresent(this::label));
    line("</svg>");
  }

  /** The whole flow in sentences, for those who cannot see it. */
  private String description() {
    return drawing.sop().langkah().size()
        + " baris. "
        + drawing.flow().stream().map(drawing::sentence).collect(Collectors.joining(". "))
        + ".";
  }

  private void text(Text text, String style) {
    Ink ink = text.ink();
    int x = text.centred() ? text.box().middle() : text.box().x();
    int y = text.box().y() + (ink.leading() + ink.size() * 7 / 10) / 2;
    for (String line : text.lines()) {
      line(
          "<text%s x=\"%d\" y=\"%d\" font-size=\"%d\"%s%s>%s</text>",
          style.isEmpty() ? "" : " class=\"" + style + "\"",
          x,
          y,
          ink.size(),
          ink.bold() ? " font-weight=\"bold\"" : "",
          text.centred() ? " text-anchor=\"middle\"" : "",
          Xml.escape(line));
      y += ink.leading();
    }
  }

  private void label(Text label) {
    Box box = label.box();
    line(
        "<rect class=\"latar\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
        box.x(), box.y(), box.width(), box.height());
    text(
        new Text(
            new Box(box.x() + 1, box.y(), box.width() - 2, box.height()),
            false,
            label.ink(),
            label.lines()),
        "");
  }

  private void open(Optional<Mark> mark, String title) {
    line("<g%s>", mark.map(m -> " class=\"" + m.style() + "\"").orElse(""));
    if (!title.isEmpty()) {
      line("<title>%s</title>", Xml.escape(title));
    }
  }

  private void shape(Picture.Shape shape) {
    open(shape.mark(), shape.title());
    Box box = shape.box();
    switch (shape.kind()) {
      case DECISION ->
          line(
              "<polygon class=\"bentuk\" points=\"%d,%d %d,%d %d,%d %d,%d\"/>",
              box.middle(),
              box.y(),
              box.right(),
              box.centre(),
              box.middle(),
              box.bottom(),
              box.x(),
              box.centre());
      case PROCESS -> rectangle(box, 0);
      case TERMINATOR -> rectangle(box, box.height() / 2);
    }
    for (Text text : shape.texts()) {
      text(text, text.ink() == Ink.NOTE ? "kecil" : "");
    }
    line("</g>");
  }

  private void rectangle(Box box, int radius) {
    line(
        "<rect class=\"bentuk\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"%s/>",
        box.x(), box.y(), box.width(), box.height(), radius == 0 ? "" : " rx=\"" + radius + "\"");
  }

  private void link(Picture.Link link) {
    line(
        "<path class=\"sambung%s\" d=\"M%d %dH%d\"/>",
        link.dashed() ? " pilihan" : "", link.from().x(), link.from().y(), link.to().x());
    if (link.pointed()) {
      head(link.from(), link.to());
    }
  }

  private void wire(Wire wire) {
    open(wire.mark(), wire.title());
    List<Point> points = wire.points();
    StringBuilder way = new StringBuilder("M" + points.get(0).x() + " " + points.get(0).y());
    for (int n = 1; n < points.size(); n++) {
      boolean level = points.get(n).y() == points.get(n - 1).y();
      way.append(level ? "H" + points.get(n).x() : "V" + points.get(n).y());
    }
    line("<path class=\"panah\" d=\"%s\"/>", way);
    if (wire.pointed()) {
      head(points.get(points.size() - 2), points.get(points.size() - 1));
    }
    line("</g>");
  }

  private void head(Point before, Point tip) {
    int dx = Integer.signum(tip.x() - before.x());
    int dy = Integer.signum(tip.y() - before.y());
    int x = tip.x() - 7 * dx;
    int y = tip.y() - 7 * dy;
    line(
        "<path class=\"mata\" d=\"M%d %dL%d %dL%d %dZ\"/>",
        tip.x(), tip.y(), x - 3 * dy, y - 3 * dx, x + 3 * dy, y + 3 * dx);
  }
}
