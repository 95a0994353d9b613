/**
 * What all requests share: strict parameters, the day asked about, pages and their cursors.
 *
 * <p>Is not: the parameters of any one feature.
 */
@NullMarked
package org.shuangshi.registry.request;

import org.jspecify.annotations.NullMarked;
