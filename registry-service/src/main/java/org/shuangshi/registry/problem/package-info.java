/**
 * The one table from what can go wrong to problem documents (RFC 9457), for every way an error can
 * leave the service.
 *
 * <p>Is not: a place where errors are decided; nothing but this package knows problem documents.
 */
@NullMarked
package org.shuangshi.registry.problem;

import org.jspecify.annotations.NullMarked;
