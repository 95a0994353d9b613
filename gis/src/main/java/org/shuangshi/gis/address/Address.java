package org.shuangshi.gis.address;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A standard address by its components, each written the one way it is written ({@link Writing}).
 *
 * <pre>{@code
 * Address home = Address.EMPTY
 *     .with(Component.CITY, "云江市").with(Component.DISTRICT, "澄湖区").with(Component.STREET, "中山街道")
 *     .with(Component.ROAD, "解放路").with(Component.DOOR_NUMBER, "１２").with(Component.BUILDING, "三栋");
 * home.get(Component.BUILDING)  // 3幢
 * home.text()                   // 云江市澄湖区中山街道解放路12号3幢
 * }</pre>
 *
 * <p>A component that is blank or written {@code 无} is absent.
 */
public final class Address {

  /** The address of which nothing is known. */
  public static final Address EMPTY = new Address(new EnumMap<>(Component.class));

  private final Map<Component, String> parts;

  private Address(EnumMap<Component, String> parts) {
    this.parts = Collections.unmodifiableMap(parts);
  }

  /** An address of these components, each brought into its one form. */
  public static Address of(Map<Component, String> raw) {
    EnumMap<Component, String> parts = new EnumMap<>(Component.class);
    raw.forEach(
        (component, value) -> {
          String written = Writing.of(component, value);
          if (written != null) {
            parts.put(component, written);
          }
        });
    return new Address(parts);
  }

  /** A copy with this component, brought into its one form; null or 无 takes it away. */
  public Address with(Component component, @Nullable String raw) {
    EnumMap<Component, String> changed = new EnumMap<>(Component.class);
    changed.putAll(parts);
    String written = raw == null ? null : Writing.of(component, raw);
    if (written == null) {
      changed.remove(component);
    } else {
      changed.put(component, written);
    }
    return new Address(changed);
  }

  public @Nullable String get(Component component) {
    return parts.get(component);
  }

  public boolean has(Component component) {
    return parts.containsKey(component);
  }

  /** The components that are there, in the order they are written. */
  public Map<Component, String> parts() {
    return parts;
  }

  /**
   * The official text: 市 区县 街道/镇 路 门牌号 小区 幢 单元 室; in a village, where no road is named, 市 区县 镇 村 组
   * 门牌号 …. Province, community (in town) and floor are never written. Empty when there is nothing
   * to write.
   */
  public String text() {
    return OfficialText.of(this);
  }

  /** The component as exchange files want it: what does not exist is {@code 无}, never blank. */
  public String exchange(Component component) {
    return parts.getOrDefault(component, Writing.ABSENT);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Address address && address.parts.equals(parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  @Override
  public String toString() {
    return parts.toString();
  }
}
