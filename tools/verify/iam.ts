import { existsSync } from "node:fs";
import { dependencies } from "../package.json";
import { prove } from "../checks/iam/prove";
import { UPSTREAM_FOLDER } from "../checks/iam/upstream";
import type { Verification } from "./verdict";

/** Checks every IAM document with AWS's reference, and simulates what each role may and may not do. */
export const iam: Verification = async (progress, signal) => {
  const { environments, documents, roles, requests, findings, caveats } = await prove(progress, signal);
  return {
    tool: "iam-simulate",
    version: dependencies["@cloud-copilot/iam-simulate"],
    checked: `${documents} documents and ${roles} roles of ${environments} environments, ${requests} requests`,
    findings,
    caveats: existsSync(UPSTREAM_FOLDER)
      ? caveats
      : [...caveats, "no copies of upstream's policies: only the differences written down were compared"],
  };
};
