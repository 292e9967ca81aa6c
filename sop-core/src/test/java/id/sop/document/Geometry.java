package id.sop.document;

import java.awt.Rectangle;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Looks for what would be ugly in a drawing, in the SVG as it is written. */
public final class Geometry {
  private final List<Rectangle> shapes = new ArrayList<>();
  private final List<Boolean> diamonds = new ArrayList<>();
  private final List<List<int[]>> wires = new ArrayList<>();
  private final List<List<int[]>> links = new ArrayList<>();
  private final List<Rectangle> labels = new ArrayList<>();
  private final List<Rectangle> texts = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Rectangle page;

  private Geometry(Document svg) {
    String[] box = svg.getDocumentElement().getAttribute("viewBox").split(" ");
    page = new Rectangle(0, 0, Integer.parseInt(box[2]), Integer.parseInt(box[3]));
    NodeList all = svg.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      read((Element) all.item(i));
    }
  }

  /** What is wrong with {@code svg}; nothing when it is sound. */
  public static List<String> faults(String svg) {
    Geometry geometry = new Geometry(parse(svg));
    geometry.check();
    return geometry.faults;
  }

  /** The document, read by a strict reader. */
  public static Document parse(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + e.getMessage(), e);
    }
  }

  private static int number(Element element, String name) {
    return Integer.parseInt(element.getAttribute(name));
  }

  private void read(Element element) {
    String style = element.getAttribute("class");
    if (style.equals("bentuk")) {
      shapes.add(element.getTagName().equals("rect") ? box(element) : around(element));
      diamonds.add(element.getTagName().equals("polygon"));
    } else if (style.equals("panah")) {
      wires.add(points(element.getAttribute("d")));
    } else if (style.startsWith("sambung")) {
      links.add(points(element.getAttribute("d")));
    } else if (style.equals("latar")) {
      labels.add(box(element));
    } else if (element.getTagName().equals("text")) {
      texts.add(text(element));
    }
  }

  private static Rectangle box(Element e) {
    return new Rectangle(number(e, "x"), number(e, "y"), number(e, "width"), number(e, "height"));
  }

  private static Rectangle around(Element polygon) {
    Rectangle around = new Rectangle(-1, -1);
    for (String point : polygon.getAttribute("points").split(" ")) {
      String[] xy = point.split(",");
      around.add(new java.awt.Point(Integer.parseInt(xy[0]), Integer.parseInt(xy[1])));
    }
    return around;
  }

  private static Rectangle text(Element e) {
    int size = number(e, "font-size");
    int width = Typeface.width(e.getTextContent(), size, e.hasAttribute("font-weight"));
    int x = number(e, "x");
    int left = e.getAttribute("text-anchor").equals("middle") ? x - width / 2 : x;
    return new Rectangle(left, number(e, "y") - size * 7 / 10, width, size * 7 / 10 + 1);
  }

  private static List<int[]> points(String way) {
    List<int[]> points = new ArrayList<>();
    for (String step : way.split("(?=[MHV])")) {
      int[] last = points.isEmpty() ? new int[2] : points.get(points.size() - 1);
      String rest = step.substring(1);
      points.add(
          switch (step.charAt(0)) {
            case 'H' -> new int[] {Integer.parseInt(rest), last[1]};
            case 'V' -> new int[] {last[0], Integer.parseInt(rest)};
            default ->
                new int[] {
                  Integer.parseInt(rest.split(" ")[0]), Integer.parseInt(rest.split(" ")[1])
                };
          });
    }
    return points;
  }

  private void fault(String what, Object one, Object other) {
    faults.add(what + ": " + one + ", " + other);
  }

  private void check() {
    apart("shapes overlap", shapes, shapes);
    apart("labels overlap", labels, labels);
    apart("texts overlap", texts, texts);
    apart("a label lies on a shape", labels, shapes);
    List<Rectangle> all = new ArrayList<>(shapes);
    all.addAll(labels);
    all.addAll(texts);
    all.stream().filter(b -> !page.contains(b)).forEach(b -> fault("outside", b, page));
    for (List<int[]> wire : wires) {
      throughShapes("an arrow runs through a shape", wire);
      wire.stream()
          .filter(p -> !page.contains(p[0], p[1]))
          .forEach(p -> fault("an arrow leaves the page", p[0], p[1]));
    }
    links.forEach(link -> throughShapes("a link runs through a shape", link));
    for (int i = 0; i < wires.size(); i++) {
      for (int j = i + 1; j < wires.size(); j++) {
        uponEachOther(wires.get(i), wires.get(j));
      }
    }
    for (List<int[]> wire : wires) {
      for (List<int[]> link : links) {
        if (lieTogether(wire, link)) {
          fault("an arrow lies on a link", text(wire), text(link));
        }
      }
    }
  }

  private void apart(String what, List<Rectangle> some, List<Rectangle> others) {
    for (int i = 0; i < some.size(); i++) {
      for (int j = some == others ? i + 1 : 0; j < others.size(); j++) {
        if (some.get(i).intersects(others.get(j))) {
          fault(what, some.get(i), others.get(j));
        }
      }
    }
  }

  private void throughShapes(String what, List<int[]> wire) {
    for (int n = 1; n < wire.size(); n++) {
      for (int s = 0; s < shapes.size(); s++) {
        if (runsThrough(wire.get(n - 1), wire.get(n), shapes.get(s), diamonds.get(s))) {
          fault(what, text(wire), shapes.get(s));
        }
      }
    }
  }

  /** Point by point, two units inside the edge. */
  private static boolean runsThrough(int[] a, int[] b, Rectangle shape, boolean diamond) {
    Rectangle way = new Rectangle(Math.min(a[0], b[0]), Math.min(a[1], b[1]), 1, 1);
    way.add(new java.awt.Point(Math.max(a[0], b[0]) + 1, Math.max(a[1], b[1]) + 1));
    if (!way.intersects(shape)) {
      return false;
    }
    int steps = Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));
    for (int n = 0; n <= steps; n++) {
      int x = a[0] + Integer.signum(b[0] - a[0]) * n;
      int y = a[1] + Integer.signum(b[1] - a[1]) * n;
      double dx = Math.abs(x - shape.getCenterX()) / (shape.width / 2.0);
      double dy = Math.abs(y - shape.getCenterY()) / (shape.height / 2.0);
      double inside = diamond ? dx + dy : Math.max(dx, dy);
      if (inside < 0.9) {
        return true;
      }
    }
    return false;
  }

  /** Arrows may come together only on the last way to the same place. */
  private void uponEachOther(List<int[]> one, List<int[]> other) {
    int[] a = one.get(one.size() - 1);
    int[] b = other.get(other.size() - 1);
    boolean merge = a[0] == b[0] && a[1] == b[1];
    if (!merge && lieTogether(one, other)) {
      fault("arrows lie on each other", text(one), text(other));
    }
  }

  private static boolean lieTogether(List<int[]> one, List<int[]> other) {
    for (int n = 1; n < one.size(); n++) {
      for (int m = 1; m < other.size(); m++) {
        if (together(one.get(n - 1), one.get(n), other.get(m - 1), other.get(m))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean together(int[] a, int[] b, int[] c, int[] d) {
    for (int along = 0; along < 2; along++) {
      int across = 1 - along;
      boolean sameLine =
          a[across] == b[across] && c[across] == d[across] && Math.abs(a[across] - c[across]) < 3;
      int from = Math.max(Math.min(a[along], b[along]), Math.min(c[along], d[along]));
      int to = Math.min(Math.max(a[along], b[along]), Math.max(c[along], d[along]));
      if (sameLine && to - from > 1) {
        return true;
      }
    }
    return false;
  }

  private static String text(List<int[]> wire) {
    StringBuilder text = new StringBuilder();
    wire.forEach(p -> text.append(p[0]).append(',').append(p[1]).append(' '));
    return text.toString().strip();
  }
}
