package org.shuangshi.registry.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.load.Kind;
import org.shuangshi.intake.mapping.Choice;
import org.shuangshi.intake.mapping.ChoiceJson;

/**
 * An import as the register knows it.
 *
 * @param name of the account that ordered it, as change records tell it
 * @param who the same, as people are shown
 * @param bytes size of the file; null before it came
 * @param kept whether the file is still there
 * @param key name of the key column; null: found
 * @param crs of the coordinates, over what the file says; null: what it says
 * @param since when it came to its state
 * @param resumed how often the service ended while at work on it
 * @param accepted whether somebody said yes to its anomalies
 * @param outcome {@link Outcome} as JSON; null before it was checked
 * @param change number of the change record it was written under
 * @param undone {@link Undone} as JSON; null before it was taken back
 * @param undo number of the change record it was taken back under
 * @param undoWhy why it is to be taken back
 * @param choice {@link Choice} as JSON; null: nothing chosen
 * @param profile version of the profile the choice was taken from; null: chosen for this import
 */
record ImportJob(
    long id,
    long account,
    String name,
    String who,
    OffsetDateTime made,
    String fileName,
    @Nullable Long bytes,
    boolean kept,
    Kind kind,
    String source,
    @Nullable String key,
    @Nullable String crs,
    @Nullable String layer,
    LocalDate from,
    String why,
    ImportState state,
    OffsetDateTime since,
    int resumed,
    boolean accepted,
    @Nullable String outcome,
    @Nullable Fault problem,
    @Nullable Long change,
    @Nullable String undone,
    @Nullable Long undo,
    @Nullable String undoWhy,
    @Nullable String choice,
    @Nullable Integer profile) {

  Choice chosen() {
    return choice == null ? Choice.NONE : ChoiceJson.read(choice);
  }

  /** What was asked for with the order stands, but for what was chosen of this very file. */
  @Nullable String layerToRead() {
    return said(layer, chosen().layer());
  }

  /** The same of the key. */
  @Nullable String keyToRead() {
    return said(key, chosen().key());
  }

  private @Nullable String said(@Nullable String ordered, @Nullable String chosen) {
    boolean now = choice != null && profile == null;
    if (now) {
      return chosen == null ? ordered : chosen;
    }
    return ordered == null ? chosen : ordered;
  }

  /**
   * Why it was refused or failed.
   *
   * @param code stable, for programs
   * @param detail for people, in Chinese
   */
  record Fault(String code, String detail) {}
}
