import type { Block } from "./terraform";

interface Section {
  readonly type: string;

  /** The values of each setting, by its name in lower case. */
  readonly settings: Readonly<Record<string, readonly string[]>>;
}

/** The sections of a configuration in Fluent Bit's classic format. */
export const sectionsOf = (text: string): Section[] =>
  text
    .split(/^\[/m)
    .slice(1)
    .map((section) => {
      const [head, ...lines] = section.split("\n");
      const settings: Record<string, string[]> = {};
      for (const line of lines.filter((each) => each.trim() !== "")) {
        const [, key, value] = /^ +(\S+) (.+)$/.exec(line)!;
        (settings[key!.toLowerCase()] ??= []).push(value!);
      }
      return { type: head!.replace("]", ""), settings };
    });

/** Facts of a pod that the filter `kubernetes` of Fluent Bit adds to a line. */
type PodMetadata = Block;

/**
 * Record after the filters of Fluent Bit; nothing where they leave it out.
 *
 * @see https://docs.fluentbit.io/manual/data-pipeline/filters
 */
export function filtered(
  { filters, customParsers }: Readonly<Record<"filters" | "customParsers", string>>,
  tag: string,
  record: Block,
  pod: PodMetadata = {},
): Block | undefined {
  const parsers = new Map(
    sectionsOf(customParsers).map(({ settings: { name, regex } }) => [name![0]!, new RegExp(regex![0]!)]),
  );
  return sectionsOf(filters)
    .filter(({ settings: { match } }) => new RegExp(`^${match![0]!.replace("*", ".*")}$`).test(tag))
    .reduce<Block | undefined>((now, { settings }) => {
      const { name } = settings;
      return now && FILTERS[name![0]!]!(now, settings, { parsers, pod });
    }, record);
}

interface Known {
  readonly parsers: ReadonlyMap<string, RegExp>;
  readonly pod: PodMetadata;
}

type Filter = (record: Block, settings: Section["settings"], known: Known) => Block | undefined;

const without = (record: Block, keys: readonly string[]): Block =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));

const on = (value: readonly string[] | undefined): boolean => value?.[0] === "On";

const fits = (record: Block, rules: readonly string[]): boolean =>
  rules.some((rule) => {
    const [, key, pattern] = /^(\S+) (.+)$/.exec(rule)!;
    return record[key!] !== undefined && new RegExp(pattern!).test(record[key!] as string);
  });

const FILTERS: Readonly<Record<string, Filter>> = {
  grep: (record, { regex, exclude }) =>
    (regex && !fits(record, regex)) || (exclude && fits(record, exclude)) ? undefined : record,

  modify: (record, { remove = [], rename = [] }) =>
    rename
      .map((rule) => rule.split(" ") as [string, string])
      .reduce<Block>(
        (now, [from, to]) =>
          from in now && !(to in now) ? { ...without(now, [from]), [to]: now[from] as unknown } : now,
        without(record, remove),
      ),

  nest: (record, { nested_under: under, add_prefix: prefix }) => {
    const key = under![0]!;
    const lifted = Object.entries((record[key] ?? {}) as Block).map(([name, value]) => [
      prefix![0]! + name,
      value as unknown,
    ]);
    return { ...without(record, [key]), ...(Object.fromEntries(lifted) as Block) };
  },

  parser: (record, { key_name: key, parser, reserve_data: reserve }, { parsers }) => {
    const found = parsers.get(parser![0]!)!.exec(String(record[key![0]!] ?? ""));
    return found ? { ...(on(reserve) ? without(record, key!) : {}), ...found.groups } : record;
  },

  kubernetes: (record, { merge_log: merge, keep_log: keep }, { pod }) => {
    const line = on(merge) ? objectOf(record.log as string) : undefined;
    return { ...(line && !on(keep) ? without(record, ["log"]) : record), ...line, kubernetes: pod };
  },

  record_modifier: (record, { record: added = [], allowlist_key: kept }) => ({
    ...(kept ? Object.fromEntries(Object.entries(record).filter(([key]) => kept.includes(key))) : record),
    ...Object.fromEntries(added.map((each) => each.split(" "))),
  }),
};

function objectOf(line: string): Block | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
