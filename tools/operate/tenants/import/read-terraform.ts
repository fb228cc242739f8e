import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Block of Terraform at the beginning of a line: a call of a module, or a resource. */
const BLOCK = /^(module|resource)\s+"([^"]+)"(?:\s+"([^"]+)")?/gm;

/** Modules and resources of a folder, none of which this platform's files have. */
export const leftInTerraform = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(".tf"))
        .sort()
        .flatMap((file) =>
          [...readFileSync(join(folder, file), "utf8").matchAll(BLOCK)].map(
            ([, kind, first, second]) =>
              `resources/${file}: ${kind} ${[first, second].filter(Boolean).join(".")}: ${fixOf(first!)}`,
          ),
        )
    : [];

const fixOf = (name: string): string =>
  /^(?:serviceaccount|service_account|kubernetes_service_account)/.test(name)
    ? "write deploy, which needs no token"
    : "keep it in Terraform of the team's own";
