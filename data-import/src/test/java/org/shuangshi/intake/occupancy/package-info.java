/** The rule of vacancy as the database derives it, against a model that shares nothing with it. */
@NullMarked
package org.shuangshi.intake.occupancy;

import org.jspecify.annotations.NullMarked;
