/** Tests of photos of visits. */
@NullMarked
package org.shuangshi.registry.photo;

import org.jspecify.annotations.NullMarked;
