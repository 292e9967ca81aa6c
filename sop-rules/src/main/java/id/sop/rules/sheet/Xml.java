package id.sop.rules.sheet;

import java.io.ByteArrayInputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One part of an XLSX file, read from front to back. It has no DTD, hence no entities: nothing is
 * fetched, nothing grows.
 */
final class Xml {
  private static final XMLInputFactory FACTORY = factory();

  private final String part;
  private final XMLStreamReader reader;

  Xml(String part, byte[] bytes) throws XMLStreamException {
    this.part = part;
    // A factory of the JDK may be shared only if nobody configures it any more, and readers cannot.
    synchronized (FACTORY) {
      this.reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
    }
  }

  private static XMLInputFactory factory() {
    // The JDK's own, whatever else stands on the class path.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** Goes on to the next tag or text; false at the end. */
  boolean next() throws XMLStreamException, Xlsx.Unreadable {
    if (!reader.hasNext()) {
      return false;
    }
    int event = reader.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new Xlsx.Unreadable(SheetCode.FOREIGN_XML, part);
    }
    return true;
  }

  boolean opens(String tag) {
    return reader.getEventType() == XMLStreamConstants.START_ELEMENT
        && reader.getLocalName().equals(tag);
  }

  boolean closes(String tag) {
    return reader.getEventType() == XMLStreamConstants.END_ELEMENT
        && reader.getLocalName().equals(tag);
  }

  /** The text that stands here; empty at a tag. */
  String text() {
    return reader.isCharacters() ? reader.getText() : "";
  }

  /** An attribute of the tag that opens here, by its name without prefix; empty if not there. */
  String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }
}
