import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundlePlatform } from "../../toolbox/bundle-platform";
import { costOfMany } from "./growth";
import type { Program, Run } from "./measure";
import { bytesIn } from "./output";
import type { Figure } from "./table";

const CACHE = "node_modules/.cache/platform";

/** Namespaces of the largest platform on record. */
const RECORD = 1_459;

/** One of its products. */
const CHANGED = "tenants/team-bronze-anchor/amber-anchor.yaml";

/** Bundles `npm run synth -- --only tenants` for invented tenants, as many as each program is for. */
export async function tenantPrograms() {
  await bundlePlatform("tools/samples/many-tenants", join(CACHE, "many-tenants.cjs"), {
    entryPoints: ["tools/operate/synth/main-tenants.ts"],
  });
  const none = JSON.stringify([]);
  return {
    tenants0: programOf("tenants-0", { TENANTS: "0" }),
    tenants100: programOf("tenants-100", { TENANTS: "100" }),
    tenants: programOf("tenants", { TENANTS: String(RECORD) }),
    tenants3000: programOf("tenants-3000", { TENANTS: "3000" }),
    checkOfTenants: programOf("check-of-tenants", { TENANTS: String(RECORD), CHANGED_PRODUCTS: none }),
    changedTenant: programOf("changed-tenant", {
      TENANTS: String(RECORD),
      CHANGED_PRODUCTS: JSON.stringify([CHANGED]),
      PRODUCTS_READ: join(CACHE, "bench-products.json"),
    }),
  };
}

type Runs = Readonly<Record<keyof Awaited<ReturnType<typeof tenantPrograms>>, Run>>;

/** Time, memory and bytes of a synth of tenants alone, cold, with all of the platform checked. */
export function figuresOfTenants(runs: Runs, outdir: string): Figure[] {
  const { tenants0, tenants100, tenants, tenants3000, checkOfTenants, changedTenant } = runs;
  const seconds = ({ milliseconds }: Run) => milliseconds / 1000;
  const bytes = (name: keyof Runs): number => bytesIn(join(outdir, name));
  const all = RECORD.toLocaleString("en");

  return [
    { what: `${all} tenants`, value: seconds(tenants), unit: "s", aim: 10 },
    { what: `${all} tenants, checked alone`, value: seconds(checkOfTenants), unit: "s", aim: 1.5 },
    { what: `one changed tenant of ${all}`, value: seconds(changedTenant), unit: "s", aim: 1.5 },
    { what: `memory of ${all} tenants`, value: tenants.megabytes, unit: "MB", aim: 500 },
    { what: `output of ${all} tenants`, value: bytes("tenants") / 1_000_000, unit: "MB", aim: 80 },
    {
      what: "3,000 tenants / 100, time",
      value: costOfMany(tenants0.milliseconds, tenants100.milliseconds, tenants3000.milliseconds),
      unit: "×",
      aim: 36,
    },
    {
      what: "3,000 tenants / 100, bytes",
      value: costOfMany(bytes("tenants0"), bytes("tenants100"), bytes("tenants3000")),
      unit: "×",
      aim: 36,
    },
  ];
}

/** Program that sets variables for the bundle. */
function programOf(name: string, variables: Readonly<Record<string, string>>): Program {
  const file = join(CACHE, `${name}.cjs`);
  writeFileSync(
    file,
    `Object.assign(process.env, ${JSON.stringify(variables)});\nrequire("./many-tenants.cjs");\n`,
  );
  return [file];
}
