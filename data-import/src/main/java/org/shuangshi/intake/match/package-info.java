/**
 * Links texts of addresses to what the register holds: to the letter by one join, otherwise by the
 * matcher of {@code gis.address}, filled with the addresses of a few names at a time.
 *
 * <p>Not: what becomes of a row whose text leads nowhere. That says who brings the texts.
 */
@NullMarked
package org.shuangshi.intake.match;

import org.jspecify.annotations.NullMarked;
