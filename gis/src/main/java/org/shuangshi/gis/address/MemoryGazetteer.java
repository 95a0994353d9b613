package org.shuangshi.gis.address;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gazetteer in memory: a tree of characters in one open hash of (node, character), so that a
 * look-up walks along the text and makes no objects but its answer.
 *
 * <pre>{@code
 * MemoryGazetteer names = new MemoryGazetteer();
 * names.add(Component.ESTATE, "锦绣花园", List.of("老纺织厂宿舍"), null);
 * }</pre>
 *
 * <p>To be filled by one thread; afterwards any number may read.
 */
public final class MemoryGazetteer implements Gazetteer {
  private static final int FIRST_SIZE = 1 << 10;
  private static final int CHARACTER_BITS = 16;

  private long[] edges = new long[FIRST_SIZE];
  private int[] ends = new int[FIRST_SIZE];
  private int nodes = 1;
  private final List<@Nullable List<Entry>> entries = new ArrayList<>();

  public MemoryGazetteer() {
    entries.add(null);
  }

  /** A name with what else it is called; longer than {@link Gazetteer#LONGEST} it is not taken. */
  public void add(
      Component component, String name, Collection<String> otherwise, @Nullable String parent) {
    enter(new Entry(component, name, name, parent));
    for (String each : otherwise) {
      enter(new Entry(component, name, each, parent));
    }
  }

  /** The names in an address: its divisions, road and estate. */
  public void add(Address address) {
    String parent = null;
    for (Component component : Component.values()) {
      String name = address.get(component);
      if (name == null || component == Component.VILLAGE_GROUP) {
        continue;
      }
      if (component.isDivision() || component == Component.ROAD || component == Component.ESTATE) {
        enter(new Entry(component, name, name, parent));
        parent = component.isDivision() ? name : parent;
      }
    }
  }

  private void enter(Entry entry) {
    String folded = NormalText.of(entry.written()).text();
    if (folded.length() < 2 || folded.length() > LONGEST) {
      return;
    }
    Entry kept = new Entry(entry.component(), entry.name(), folded, entry.parent());
    int node = 0;
    for (int i = 0; i < folded.length(); i++) {
      node = child(node, folded.charAt(i));
    }
    List<Entry> here = entries.get(node);
    if (here == null) {
      here = new ArrayList<>(1);
      entries.set(node, here);
    }
    if (!here.contains(kept)) {
      here.add(kept);
    }
  }

  @Override
  public List<Entry> at(String text, int from, int to) {
    int node = 0;
    int end = Math.min(to, from + LONGEST);
    List<Entry> found = List.of();
    for (int i = from; i < end; i++) {
      node = find(node, text.charAt(i));
      if (node < 0) {
        break;
      }
      List<Entry> here = entries.get(node);
      if (here != null) {
        if (found.isEmpty()) {
          found = here;
        } else {
          List<Entry> longer = new ArrayList<>(here);
          longer.addAll(found);
          found = longer;
        }
      }
    }
    return found;
  }

  private int find(int node, char c) {
    long edge = edge(node, c);
    for (int i = slot(edge); edges[i] != 0; i = (i + 1) & (edges.length - 1)) {
      if (edges[i] == edge) {
        return ends[i];
      }
    }
    return -1;
  }

  private int child(int node, char c) {
    int there = find(node, c);
    if (there >= 0) {
      return there;
    }
    if (nodes * 2 > edges.length) {
      grow();
    }
    put(edge(node, c), nodes);
    entries.add(null);
    return nodes++;
  }

  private void grow() {
    long[] before = edges;
    int[] ended = ends;
    edges = new long[before.length * 2];
    ends = new int[edges.length];
    for (int i = 0; i < before.length; i++) {
      if (before[i] != 0) {
        put(before[i], ended[i]);
      }
    }
  }

  private void put(long edge, int end) {
    int i = slot(edge);
    while (edges[i] != 0) {
      i = (i + 1) & (edges.length - 1);
    }
    edges[i] = edge;
    ends[i] = end;
  }

  /** Never 0, which is an empty slot. */
  private static long edge(int node, char c) {
    return ((node + 1L) << CHARACTER_BITS) | c;
  }

  private int slot(long edge) {
    long mixed = edge * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & (edges.length - 1);
  }
}
