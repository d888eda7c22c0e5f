package dev.lotline.halves;

import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The stories, against one application. */
@Suite
@SelectPackages("dev.lotline.stories")
class StoriesHalf {}
