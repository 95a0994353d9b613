/**
 * The door to the register's database: where it is, whether it will do, and its tables brought up
 * to date.
 *
 * <p>Is not: a pool, nor anything that reads or writes facts.
 */
@NullMarked
package org.shuangshi.intake.database;

import org.jspecify.annotations.NullMarked;
