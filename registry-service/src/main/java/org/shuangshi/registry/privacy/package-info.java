/**
 * What is shown of a person: which fields the reader sees there, masked, and in full once it was
 * asked for with a reason and logged.
 *
 * <p>Is not: which persons are seen at all, which the two walls say; nor what roles see, which is
 * {@code permission}.
 */
@NullMarked
package org.shuangshi.registry.privacy;

import org.jspecify.annotations.NullMarked;
