package sigmark.labeling.exchange.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * An element of an XML file with its text as it stands, blanks and line breaks included. Read without document types
 * and entities of the file's own, so that no file can reach for another or blow up.
 */
public final class XmlNode {
    private static final int DEEPEST = 64;
    private static final long LARGEST = 512L << 20;

    private final String name;
    private final int line;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlNode> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlNode(String name, int line) {
        this.name = name;
        this.line = line;
    }

    /**
     * The root of a file.
     *
     * @throws ProblemException {@code exchange.syntax} with file and line
     */
    public static XmlNode read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw syntax(file.toString(), "more than 512 MB");
        }
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Else the JDK prints what it finds wrong.
        factory.setXMLReporter((message, kind, related, at) -> {});
        try (InputStream in = Files.newInputStream(file)) {
            return tree(file, factory.createXMLStreamReader(in));
        } catch (XMLStreamException e) {
            var at = e.getLocation();
            throw syntax(
                    at == null ? file.toString() : file + ":" + at.getLineNumber(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            if (e instanceof ProblemException problem) {
                throw problem;
            }
            // The JDK's reader fails on some broken encodings in ways of its own.
            throw syntax(file.toString(), String.valueOf(e.getMessage()));
        }
    }

    private static XmlNode tree(Path file, XMLStreamReader reader) throws XMLStreamException {
        Deque<XmlNode> open = new ArrayDeque<>();
        Optional<XmlNode> root = Optional.empty();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                var node =
                        new XmlNode(reader.getLocalName(), reader.getLocation().getLineNumber());
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    node.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                }
                if (open.isEmpty()) {
                    root = Optional.of(node);
                } else {
                    open.peek().children.add(node);
                }
                open.push(node);
                if (open.size() > DEEPEST) {
                    throw syntax(file + ":" + node.line, "nested too deep");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open.pop();
            } else if (!open.isEmpty() && reader.hasText() && event != XMLStreamConstants.COMMENT) {
                open.peek().text.append(reader.getText());
            }
        }
        return root.orElseThrow(() -> syntax(file.toString(), "no element"));
    }

    private static ProblemException syntax(String where, String detail) {
        return new ProblemException(Problem.of(
                "exchange.syntax",
                where,
                "detail",
                detail.replaceAll("\\s+", " ").strip()));
    }

    public String name() {
        return name;
    }

    /** The line on which it begins, from 1. */
    public int line() {
        return line;
    }

    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** The children of that name. */
    public List<XmlNode> all(String child) {
        return children.stream().filter(node -> node.name.equals(child)).toList();
    }

    /** The first child of that name. */
    public Optional<XmlNode> child(String child) {
        return all(child).stream().findFirst();
    }

    /** Its own text, not trimmed. */
    public String text() {
        return text.toString();
    }

    /** Whether XML can hold a text: no control characters but tab and line breaks, no halves of surrogate pairs. */
    public static boolean holds(String text) {
        return text.codePoints()
                .allMatch(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000);
    }

    /** A text as content or attribute value; every reader gives it back as it was. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;")
                .replace("\n", "&#10;")
                .replace("\t", "&#9;");
    }
}
