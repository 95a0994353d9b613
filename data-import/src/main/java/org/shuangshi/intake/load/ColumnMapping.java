package org.shuangshi.intake.load;

import java.util.List;
import java.util.Map;
import org.shuangshi.gis.feature.GeometryHeaders;
import org.shuangshi.intake.mapping.Mapped;

/**
 * Which field of a file is which column, which one is the key, and which are not taken.
 *
 * @param positions field number by column name
 * @param key field number of the key; -1 where the key is a hash of geometry and values
 * @param keyName what the summary says the rows are known by
 * @param keyChosen whether the user named the key column
 * @param validFrom field number of valid_from, or -1
 * @param validTo field number of valid_to, or -1
 * @param place columns that the geometry of a table is read from; of another file it says nothing
 * @param ignored headers that mean nothing here
 * @param uses how each column was found, in the file's order
 */
record ColumnMapping(
    Map<String, Integer> positions,
    int key,
    String keyName,
    boolean keyChosen,
    int validFrom,
    int validTo,
    GeometryHeaders place,
    List<String> ignored,
    List<Mapped.Use> uses) {}
