/** Name of an environment in messages: its own, if that is readable. */
export function environmentLabel(settings: unknown): string {
  const name =
    typeof settings === "object" && settings !== null && "name" in settings ? settings.name : undefined;
  return typeof name === "string" && /^[a-z][a-z0-9-]{0,39}$/.test(name) ? name : "environment";
}
