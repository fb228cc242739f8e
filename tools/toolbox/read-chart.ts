import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { format } from "prettier";
import { parse } from "yaml";
import type { KnownValues } from "../../src/settings/addon-definition/chart";
import { CommandError } from "../kit/command-error";
import { mapsReadByKey } from "./maps-read-by-key";
import { type ValueKeys, valueKeys, valuesRead, wordsRead, wordsReadBelow } from "./value-keys";

/** Writes the known values of a chart into the folder of its add-on. */
export async function writeChart(folder: string): Promise<void> {
  for (const file of ["Chart.yaml", "values.yaml"]) {
    if (!existsSync(join(folder, file))) {
      throw new CommandError(
        `${folder}: expected an unpacked chart, got no ${file}; unpack it with helm pull --untar`,
      );
    }
  }
  const { name, known } = readChart(folder);
  const json = await format(JSON.stringify(known), { parser: "json", printWidth: 110 });
  writeFileSync(`src/addons/${name}/values.json`, json);
}

/** Values that an unpacked chart and its sub-charts know. */
export function readChart(folder: string): { readonly name: string; readonly known: KnownValues } {
  const { name, version } = parse(readFileSync(join(folder, "Chart.yaml"), "utf8")) as Record<
    "name" | "version",
    string
  >;
  const defaults = readFileSync(join(folder, "values.yaml"), "utf8");
  const keys = valueKeys(defaults);
  const texts = [...templatesIn(folder), ...defaultsOfSubcharts(folder).map(asRead)];
  const schema = schemaOf(folder);
  const words = wordsRead(texts, keys, Object.keys(schema.properties ?? {}));
  const readByKey = mapsReadByKey(
    parse(defaults),
    // Defaults may hold templates, too, which the chart fills in.
    [...texts, defaults],
    new Set(words.split(" ")),
    (key) => defaultsOfSubchart(folder, key) !== undefined,
  );
  return {
    name,
    known: {
      version,
      keys,
      words,
      ...readBelow(folder, keys, words, schema),
      ...(Object.keys(readByKey).length === 0 ? {} : { readByKey }),
    },
  };
}

/** The part of a JSON schema that names values. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
}

const schemaOf = (folder: string): Schema => {
  const file = join(folder, "values.schema.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Schema) : {};
};

/**
 * Words that the chart reads below one key and nowhere else, by key. `fullnameOverride` is a value of most charts, so that
 * it is no further word; below the key of a sub-chart it is right, below `image` it is not.
 */
function readBelow(
  folder: string,
  keys: ValueKeys,
  words: string,
  { properties = {} }: Schema,
): Pick<KnownValues, "below"> {
  const known = new Set(words.split(" "));
  const own = templatesIn(folder, (file) => !file.startsWith("charts/"));
  const below = Object.entries(keys).flatMap(([key, defaults]) => {
    const read = [
      ...wordsReadBelow(key, own),
      ...valuesOfSubchart(folder, key),
      ...Object.keys(properties[key]?.properties ?? {}),
    ];
    const others = read.filter((word) => !known.has(word) && !defaults?.includes(word));
    return defaults === null || others.length === 0
      ? []
      : [[key, [...new Set(others)].sort().join(" ")] as const];
  });
  return below.length === 0 ? {} : { below: Object.fromEntries(below) };
}

/** Values of the sub-chart that a key of its parent sets; none where no sub-chart has that name. */
function valuesOfSubchart(folder: string, key: string): string[] {
  const defaults = defaultsOfSubchart(folder, key);
  return defaults === undefined
    ? []
    : valuesRead(templatesIn(dirname(defaults)), valueKeys(readFileSync(defaults, "utf8")));
}

/** File of the defaults of the sub-chart that a key sets; `undefined` where no sub-chart has that name. */
function defaultsOfSubchart(folder: string, key: string): string | undefined {
  const file = join(folder, "charts", nameOfSubchart(folder, key), "values.yaml");
  return existsSync(file) ? file : undefined;
}

function nameOfSubchart(folder: string, key: string): string {
  const { dependencies = [] } = parse(readFileSync(join(folder, "Chart.yaml"), "utf8")) as {
    readonly dependencies?: readonly { readonly name: string; readonly alias?: string }[];
  };
  return dependencies.find(({ alias }) => alias === key)?.name ?? key;
}

/** Templates of the chart and of the charts in it. */
const templatesIn = (folder: string, isWanted: (file: string) => boolean = () => true): string[] =>
  filesIn(
    folder,
    (file) => isWanted(file) && /(?:^|\/)templates\//.test(file) && /\.(?:ya?ml|tpl|txt)$/.test(file),
  );

const defaultsOfSubcharts = (folder: string): string[] =>
  filesIn(folder, (file) => /^charts\/[^/]+\/values\.yaml$/.test(file));

/** Keys of a sub-chart's defaults in the form in which a template would read them. */
const asRead = (values: string): string =>
  Object.entries(valueKeys(values))
    .flatMap(([key, below]) => [key, ...(below ?? [])])
    .map((key) => `{{ .${key} }}`)
    .join("");

const filesIn = (folder: string, isWanted: (file: string) => boolean): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter(isWanted)
        .map((file) => readFileSync(join(folder, file), "utf8"))
    : [];
