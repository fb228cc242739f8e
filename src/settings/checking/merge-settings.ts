/** Settings over their defaults. `undefined` counts as left out. */
export function mergeSettings<T extends object>(defaults: T, settings: Partial<T> = {}): T {
  const written = Object.entries(settings).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(written) };
}
