import { it } from "vitest";
import { definePlatform } from "../../src/settings/define-platform";
import { isolationOf } from "../checks/isolation/findings";
import { platform } from "../samples/many-tenants";
import { tenantStacks } from "../samples/tenant-stacks";
import { asMap } from "../terraform-json/json-map";

it("figures", () => {
  const t0 = performance.now();
  const stacks = tenantStacks(definePlatform(platform));
  const t1 = performance.now();
  const { names, findings } = isolationOf(stacks);
  const t2 = performance.now();
  const counts = stacks
    .map(
      ({ json }) =>
        Object.values(asMap(json.resource)).reduce<number>((sum, of) => sum + Object.keys(asMap(of)).length, 0) +
        Object.keys(asMap(json.module)).length,
    )
    .sort((a, b) => a - b);
  console.log("FIG", stacks.length, "synth", t1 - t0, "isolation", t2 - t1, names, findings.length, "median", counts[counts.length >> 1], "p90", counts[Math.floor(counts.length * 0.9)], "max", counts.at(-1), "cpu", process.cpuUsage());
}, 300_000);
