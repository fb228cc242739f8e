import { resolve } from "node:path";
import { writeFileSync } from "node:fs";
import { PROVIDER_HASHES } from "../../../src/output/lock-file";
import { columns } from "../../kit/columns";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { type Locked, lockProvider, recordOf } from "./provider-hashes";
import { requiredProviders } from "./required-providers";
import { join } from "node:path";

const RECORD = "src/output/provider-hashes.json";

/** Writes the record of hashes, and prints what was found of each provider. */
export const lock = (mirror: string | undefined, signal: AbortSignal): Promise<number> =>
  inTemporaryFolder("lock", async (folder) => {
    const locked: Locked[] = [];
    for (const [index, requirement] of requiredProviders(folder).entries()) {
      const place = join(folder, "providers", String(index));
      locked.push(await lockProvider(requirement, mirror && sourceOf(mirror), place, signal));
    }
    const record = recordOf(locked, PROVIDER_HASHES);
    writeFileSync(RECORD, `${JSON.stringify(record, undefined, 2)}\n`);
    console.log(tableOf(locked));
    return locked.some((one) => "missing" in one) ? 1 : 0;
  });

/** A mirror as Terraform takes it from another folder. */
const sourceOf = (mirror: string): string => (mirror.startsWith("https://") ? mirror : resolve(mirror));

const tableOf = (locked: readonly Locked[]): string =>
  columns(
    locked.map((one) => {
      const { source, version } = one.requirement;
      return [
        source,
        version,
        "hashes" in one ? `${one.hashes.length} hashes` : `NOT LOCKED: ${one.missing}`,
      ];
    }),
  ).join("\n");
