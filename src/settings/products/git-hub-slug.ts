/** Name of a team in GitHub's addresses. */
const SLUG = /^[a-z0-9]+(?:[-_]+[a-z0-9]+)*$/;

/** Name of a team on GitHub from its group at sign-in, `<organisation>:<team>`; `undefined` if the group is another. */
export function gitHubSlug(group: string, organisation: string): string | undefined {
  const slug = group.startsWith(`${organisation}:`) ? group.slice(organisation.length + 1) : "";
  return SLUG.test(slug) ? slug : undefined;
}
