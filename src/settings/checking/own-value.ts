/** True for `constructor` and the like, which every JavaScript object answers to, so that no construct can have the name. */
export const isOfEveryObject = (name: string): boolean => Object.hasOwn(Object.prototype, name);

/**
 * Value under a key that a person chose, such as the name of a namespace. `undefined` for one that
 * every object answers to.
 */
export const ownValue = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
