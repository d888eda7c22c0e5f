package dev.lotline.halves;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Everything that is no story. */
@Suite
@SelectPackages("dev.lotline")
@ExcludePackages({"dev.lotline.stories", "dev.lotline.browser", "dev.lotline.halves"})
class RestHalf {}
