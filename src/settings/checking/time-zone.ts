const TIME_ZONES: ReadonlySet<string> = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);

/**
 * Tells whether the tz database has a name. Node takes abbreviations and small letters too, of which Alertmanager and
 * Kubernetes know nothing.
 */
export const isTimeZone = (name: string): boolean => TIME_ZONES.has(name);
