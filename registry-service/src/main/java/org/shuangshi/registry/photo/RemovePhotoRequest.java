package org.shuangshi.registry.photo;

import org.jspecify.annotations.Nullable;

/** Why a photo is taken out. */
record RemovePhotoRequest(@Nullable String why) {}
