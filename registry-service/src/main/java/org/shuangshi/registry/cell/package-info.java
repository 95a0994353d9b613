/**
 * Numbers of people and households: exact where names are seen, elsewhere summed up of whole cells
 * (decisions/13).
 *
 * <p>Is not: how cells are made, which the database's function {@code follow_cells} holds; nor
 * numbers of units, which tell of no one.
 */
@NullMarked
package org.shuangshi.registry.cell;

import org.jspecify.annotations.NullMarked;
