package dev.boxoffice.gateway.sharing;

/**
 * What tells shared answers apart. Nothing of who asks is in it.
 *
 * @param uri path and query, encoded; of the query only what matters
 */
record SharedKey(String uri, Codings codings) {}
