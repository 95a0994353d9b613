package org.shuangshi.gis.feature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Where in the package of a workbook the parts are (ECMA-376 part 2): names of zip entries.
 *
 * @param sheet the sheet that is meant
 * @param sheets all of them
 * @param strings of all sheets; empty where there are none
 * @param relations that lead from the workbook, and from the sheet, to their parts
 * @param gone parts that speak of cells by their place, which is another one in an excerpt: the
 *     order of computing, and notes on cells
 */
record XlsxParts(
    String sheet, List<String> sheets, String strings, Set<String> relations, Set<String> gone) {

  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final Set<String> OF_CELLS =
      Set.of("calcChain", "comments", "vmlDrawing", "threadedComment");

  private record Relation(String kind, String target) {}

  private record Sheet(String name, boolean visible, String part) {}

  static XlsxParts of(Path path, ZipFile zip, @Nullable String layer)
      throws IOException, XMLStreamException {
    String workbook =
        relations(zip, "", "_rels/.rels").values().stream()
            .filter(each -> each.kind().equals("officeDocument"))
            .map(Relation::target)
            .findFirst()
            .orElse("xl/workbook.xml");
    Map<String, Relation> ofWorkbook = relations(zip, workbook, beside(workbook));
    List<Sheet> sheets = sheets(zip, workbook, ofWorkbook);
    Sheet chosen =
        Layers.choose(
            path,
            "工作表",
            sheets.stream().filter(each -> layer != null || each.visible()).toList(),
            Sheet::name,
            layer);
    Set<String> gone = new HashSet<>();
    String strings = "";
    for (Relation each : ofWorkbook.values()) {
      if (OF_CELLS.contains(each.kind())) {
        gone.add(each.target());
      }
      strings = each.kind().equals("sharedStrings") ? each.target() : strings;
    }
    for (Relation each : relations(zip, chosen.part(), beside(chosen.part())).values()) {
      if (OF_CELLS.contains(each.kind())) {
        gone.add(each.target());
      }
    }
    return new XlsxParts(
        chosen.part(),
        sheets.stream().map(Sheet::part).toList(),
        strings,
        Set.of(beside(workbook), beside(chosen.part())),
        gone);
  }

  private static List<Sheet> sheets(ZipFile zip, String workbook, Map<String, Relation> relations)
      throws IOException, XMLStreamException {
    List<Sheet> sheets = new ArrayList<>();
    try (InputStream in = open(zip, workbook)) {
      XMLStreamReader xml = Xml.reader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("sheet")) {
          Relation relation = relations.get(String.valueOf(xml.getAttributeValue(OFFICE, "id")));
          if (relation != null && relation.kind().equals("worksheet")) {
            String state = Xml.attribute(xml, "state");
            sheets.add(
                new Sheet(
                    Xml.attribute(xml, "name"),
                    state.isEmpty() || state.equals("visible"),
                    relation.target()));
          }
        }
      }
    }
    return sheets;
  }

  /** By id; targets as names of entries. Empty where there are none. */
  private static Map<String, Relation> relations(ZipFile zip, String source, String part)
      throws IOException, XMLStreamException {
    Map<String, Relation> relations = new HashMap<>();
    if (zip.getEntry(part) == null) {
      return relations;
    }
    try (InputStream in = open(zip, part)) {
      XMLStreamReader xml = Xml.reader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("Relationship")) {
          String type = Xml.attribute(xml, "Type");
          relations.put(
              Xml.attribute(xml, "Id"),
              new Relation(
                  type.substring(type.lastIndexOf('/') + 1),
                  resolved(source, Xml.attribute(xml, "Target"))));
        }
      }
    }
    return relations;
  }

  /** Whether an element of relations or of the list of contents speaks of a part that is gone. */
  boolean speaksOfGone(String part, XMLStreamReader xml) {
    if (xml.getLocalName().equals("Override")) {
      return gone.contains(resolved("", Xml.attribute(xml, "PartName")));
    }
    return xml.getLocalName().equals("Relationship")
        && gone.contains(resolved(sourceOf(part), Xml.attribute(xml, "Target")));
  }

  static InputStream open(ZipFile zip, String part) throws IOException {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      throw new IOException("no part " + part);
    }
    return zip.getInputStream(entry);
  }

  private static String beside(String part) {
    int slash = part.lastIndexOf('/');
    return part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
  }

  private static String sourceOf(String relations) {
    String plain = relations.replace("_rels/", "");
    return plain.substring(0, plain.length() - ".rels".length());
  }

  private static String resolved(String source, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    Path from = Path.of(source).getParent();
    Path path = from == null ? Path.of(target) : from.resolve(target);
    return path.normalize().toString().replace('\\', '/');
  }
}
