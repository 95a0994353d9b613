/**
 * The pool of connections and the SQL of the service, read once from {@code resources/sql}.
 *
 * <p>Is not: a query; those belong to the features, beside what they answer.
 */
@NullMarked
package org.shuangshi.registry.database;

import org.jspecify.annotations.NullMarked;
