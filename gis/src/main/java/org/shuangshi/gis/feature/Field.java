package org.shuangshi.gis.feature;

/** A column of a feature file, under the name the file gives it. */
public record Field(String name, FieldType type) {}
