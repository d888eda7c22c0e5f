/**
 * What a value may look like, apart from its length: check characters, code lists, small grammars. Functions of text
 * that know no application identifier; {@code gs1} names them in its table. Sees nothing of ours. Start reading with
 * {@link dev.lotline.gs1.check.CheckPair}.
 */
@NullMarked
package dev.lotline.gs1.check;

import org.jspecify.annotations.NullMarked;
