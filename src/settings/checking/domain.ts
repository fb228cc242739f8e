const LONGEST = 253;
const DOMAIN = /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** Form of the domains that every engine takes. */
export const DOMAIN_FORM =
  'a host outside the cluster such as "api.example.org", or "*.example.org" for all below a domain';

/** True for a host outside the cluster, or `*.` and a domain. Engines know no pods by the names of their Services. */
export const isDomain = (text: string): boolean =>
  text.length <= LONGEST && DOMAIN.test(text) && !/(?:^|\.)cluster\.local$/.test(text);
