package org.shuangshi.intake.load;

import org.shuangshi.gis.geometry.Shape;

/**
 * What geometry the rows of a kind have.
 *
 * @param name of the fact table's column it goes to
 * @param collection whether the table holds collections, so that a single part becomes one of one
 */
record GeometryColumn(String name, Shape shape, boolean collection, boolean required) {}
