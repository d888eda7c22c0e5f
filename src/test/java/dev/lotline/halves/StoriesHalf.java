package dev.lotline.halves;

import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The stories, and the console as a browser shows it, against one application. */
@Suite
@SelectPackages({"dev.lotline.stories", "dev.lotline.browser"})
class StoriesHalf {}
