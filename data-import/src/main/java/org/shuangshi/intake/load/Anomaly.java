package org.shuangshi.intake.load;

/**
 * Something a batch would do that batches seldom do rightly, at one place. It is not an error: it
 * waits for somebody's yes.
 *
 * @param code stable, for programs: {@code anomaly.units-vacated}, {@code anomaly.buildings-moved},
 *     {@code anomaly.buildings-altered}
 * @param placeCode code of the grid, street or community; empty outside all of them
 * @param placeName its name
 * @param figure what the batch would do: percent of the units or buildings there, or metres
 * @param limit the setting it is above, in the same unit
 * @param message for people, in Chinese, with the numbers the figure is made of
 */
public record Anomaly(
    String code, String placeCode, String placeName, double figure, double limit, String message) {}
