package com.dotmac.platform.it.migrator;

/**
 * One way in which a database can drift.
 *
 * @param kind what a person would call it
 * @param finding what {@code db verify} has to say of it first
 * @param sql what somebody ran by hand
 */
record Mutation(String kind, String finding, String sql) {

  @Override
  public String toString() {
    return kind;
  }
}
