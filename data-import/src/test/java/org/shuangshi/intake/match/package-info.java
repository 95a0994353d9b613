/** The importer against real PostGIS: what goes in, what is rejected, and what stays as it was. */
@NullMarked
package org.shuangshi.intake.match;

import org.jspecify.annotations.NullMarked;
