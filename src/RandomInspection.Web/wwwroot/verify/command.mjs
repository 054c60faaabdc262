// §4 for everybody: the command line that gives a ticket.

const TOOLS = { 'sha-256': 'sha256sum', sm3: 'openssl dgst -sm3' };

/** An id as one word of a shell: in single quotes unless it is plainly safe. */
const quoted = (id) => (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id) ? id : `'${id.replaceAll("'", String.raw`'\''`)}'`);

/** The line that prints the ticket of an id; `hash` is the opening's. */
export const ticketCommand = (hash, seed, id) => `printf '%s%s' ${seed} ${quoted(id)} | ${TOOLS[hash]}`;
