/** Name that can be part of a host's, a letter first. DNS takes no longer label. */
export const DNS_LABEL = /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
