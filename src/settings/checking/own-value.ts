/**
 * Value under a key that a person chose, such as the name of a namespace. `undefined` for `constructor` and the like,
 * which every JavaScript object answers to.
 */
export const ownValue = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
