package dev.throughline.desktop.transcript.file;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Steps through the XML of an Office document as a stream. Declares no entities, loads nothing from
 * anywhere, and keeps to a depth.
 */
final class OfficeXml {
  /** Tables in tables in content controls come to a few dozen. */
  private static final int DEPTH_MAX = 400;

  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader xml;
  private int depth;

  /** The document declares entities or another document type; Office never does. */
  static final class Declared extends XMLStreamException {
    private static final long serialVersionUID = 1;

    Declared() {
      super("the document declares a type of its own");
    }
  }

  OfficeXml(InputStream in) throws XMLStreamException {
    this.xml = FACTORY.createXMLStreamReader(in);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  boolean hasNext() throws XMLStreamException {
    return xml.hasNext();
  }

  /** The next event of {@link XMLStreamConstants}. */
  int next() throws XMLStreamException {
    int event = xml.next();
    switch (event) {
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new Declared();
      case XMLStreamConstants.START_ELEMENT -> {
        depth++;
        if (depth > DEPTH_MAX) {
          throw new XMLStreamException("the document is nested too deeply");
        }
      }
      case XMLStreamConstants.END_ELEMENT -> depth--;
      default -> {}
    }
    return event;
  }

  /** Passes over the element that has just begun, with all that is in it. */
  void skip() throws XMLStreamException {
    int outside = depth - 1;
    while (depth > outside) {
      next();
    }
  }

  /** The name of an element without its prefix. */
  String name() {
    return xml.getLocalName();
  }

  /** An attribute by its name without prefix; empty when it is not there. */
  String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  String text() {
    return xml.getText();
  }
}
