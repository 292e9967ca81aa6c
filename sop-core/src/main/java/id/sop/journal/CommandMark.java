package id.sop.journal;

/**
 * The command that caused an entry.
 *
 * @param key its key
 * @param digest SHA-256, in hexadecimal, over what it said: the same key on other words is refused
 */
public record CommandMark(CommandKey key, String digest) {}
