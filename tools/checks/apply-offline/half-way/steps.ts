import { asMap, type JsonMap, textOf } from "../../../terraform-json/json-map";
import type { Stand } from "./stand";

/** Step that the page of a run that ended half-way documents. */
export interface DocumentedStep {
  /** Message of the apply or plan after such a run. */
  readonly message: RegExp;

  /** Message as the page has it. */
  readonly words: string;

  /** Step as the page has it. */
  readonly step: string;

  /** Does what the page says. The next apply follows. */
  take(stand: Stand, errors: readonly string[]): Promise<void>;
}

const nothing = (): Promise<void> => Promise.resolve();

/** Steps by the messages that lead to them. */
export const STEPS: readonly DocumentedStep[] = [
  {
    message: /Error acquiring the state lock/,
    words: "Error acquiring the state lock",
    step: "unlock the workspace",
    take: (stand) => stand.unlock(),
  },
  {
    message: /another operation \(install\/upgrade\/rollback\) is in progress/,
    words: "another operation (install/upgrade/rollback) is in progress",
    step: "roll the release back, or remove Helm's record of its first installation",
    take: (stand) => stand.releasePending(),
  },
  {
    message: /already exists/,
    words: "already exists",
    step: "import what the run had made",
    take: (stand, errors) => stand.import(errors),
  },
  {
    message: /Provider produced inconsistent result after apply/,
    words: "Provider produced inconsistent result after apply",
    step: "apply again",
    take: nothing,
  },
  {
    message: /Unauthorized|the server has asked for the client to provide credentials/,
    words: "Unauthorized",
    step: "apply again",
    take: nothing,
  },
  {
    message: /context deadline exceeded|timed out waiting for the condition/,
    words: "context deadline exceeded",
    step: "correct the cause, apply again",
    take: (stand) => stand.correctCause(),
  },
];

/** Import blocks of resources of Terraform's provider for Kubernetes, by their addresses. */
export const importsOf = ({ resource }: JsonMap, addresses: readonly string[]): JsonMap[] =>
  addresses.map((address) => {
    const [type = "", id = ""] = address.split(".");
    const { namespace, name } = metadataOf(asMap(asMap(asMap(resource)[type])[id]));
    return {
      to: address,
      id: namespace === undefined ? textOf(name) : `${textOf(namespace)}/${textOf(name)}`,
    };
  });

const metadataOf = ({ metadata }: JsonMap): JsonMap =>
  asMap(Array.isArray(metadata) ? (metadata[0] as JsonMap) : metadata);
