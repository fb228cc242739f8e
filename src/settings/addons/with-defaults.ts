import { mergeSettings } from "../checking/merge-settings";

/** An add-on's settings over its defaults, or `false` where it is switched off. */
export const withDefaults = <T extends object>(defaults: T, settings?: Partial<T> | false): T | false =>
  settings === false ? false : mergeSettings(defaults, settings);
