/**
 * Codes of the field and their rules: citizen ids (GB 11643), credit codes (GB 32100), region and
 * grid codes. Pure checks: no list of official codes is kept here.
 */
@NullMarked
package org.shuangshi.gis.code;

import org.jspecify.annotations.NullMarked;
