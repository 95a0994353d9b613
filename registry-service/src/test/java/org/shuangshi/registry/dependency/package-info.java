/**
 * What the product is built from: which libraries, of which version, under which licence.
 *
 * <p>Is not: the versions themselves, which are chosen in {@code pom.xml} and {@code package.json}.
 */
@NullMarked
package org.shuangshi.registry.dependency;

import org.jspecify.annotations.NullMarked;
