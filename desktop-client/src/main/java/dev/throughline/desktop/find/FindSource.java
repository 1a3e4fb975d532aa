package dev.throughline.desktop.find;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.search.SearchIndex;
import dev.throughline.desktop.study.Studies;

/**
 * What find everywhere asks.
 *
 * @param studies those one can narrow to
 * @param background a worker of its own, so that no save waits for a question
 */
public record FindSource(SearchIndex index, Studies studies, Background background) {}
