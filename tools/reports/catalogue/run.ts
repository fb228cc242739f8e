import { platform } from "../../../src/platform";
import { definePlatform } from "../../../src/settings/define-platform";
import type { Asked } from "../../kit/command";
import type { CATALOGUE } from "./arguments";
import { catalogueOf } from "./catalogue";
import { writeCatalogue } from "./write-catalogue";

/** Text for the terminal: the catalogue itself, or the file that has it. */
export function catalogue({ options: { out } }: Asked<typeof CATALOGUE.options>): string {
  const text = catalogueOf(definePlatform(platform));
  return out === undefined ? text.trimEnd() : writeCatalogue(out, text);
}
