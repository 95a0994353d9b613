/** Tests of the database's door, and the one class that gives every test its own database. */
@NullMarked
package org.shuangshi.intake.database;

import org.jspecify.annotations.NullMarked;
