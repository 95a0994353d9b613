/**
 * Feature files in and out: one port for reading ({@link FeatureReader}), one for writing ({@link
 * FeatureWriter}), one entry ({@link FeatureFiles}). Streams: no list of all rows, ever.
 *
 * <p>Is not: a mapper of columns to the register's things, nor a judge of their content.
 */
@NullMarked
package org.shuangshi.gis.feature;

import org.jspecify.annotations.NullMarked;
