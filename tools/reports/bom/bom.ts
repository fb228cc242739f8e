import type { Asked } from "../../kit/command";
import { defineEnvironments, environmentSettings } from "../../samples/platform";
import { argumentsOf, type BOM } from "./arguments";
import { asCycloneDx } from "./cyclonedx";
import { asMarkdown, asTable } from "./rows";
import { takeInventory } from "./take-inventory";

/** Prints every chart, image, EKS add-on, Terraform provider and module, with its version and the newest on record. */
export async function bom(asked: Asked<typeof BOM.options>, signal: AbortSignal): Promise<number> {
  const all = defineEnvironments(environmentSettings);
  const wanted = argumentsOf(
    asked,
    all.map(({ name }) => name),
  );
  const inventory = await takeInventory(all, wanted.environments, signal);
  const format = { table: asTable, markdown: asMarkdown, cyclonedx: () => asCycloneDx(inventory, wanted) };

  console.log(format[wanted.format](inventory));
  if (wanted.format === "cyclonedx") {
    // No document has room for what is not in it.
    inventory.caveats.forEach((caveat) => console.error(caveat));
  }
  return 0;
}
