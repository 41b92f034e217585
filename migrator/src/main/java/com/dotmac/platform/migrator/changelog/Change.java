package com.dotmac.platform.migrator.changelog;

import java.util.function.Predicate;

/**
 * One change of the ordered list.
 *
 * @param id the stem of its file name, unique in the list
 * @param author who the change file names
 * @param path where its file lies, as the history records it
 * @param matches whether a checksum kept in the history is the one of this change as it is now
 */
public record Change(String id, String author, String path, Predicate<String> matches) {}
