import { setTimeout as delay } from "node:timers/promises";
import { type Answer, type ObjectClient, refusalOf } from "../../offline/api-client";
import { placesOf } from "../../offline/api-places";
import { asMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { changedValues } from "./changed-values";
import { podOf } from "./release-objects";
import type { TriedObject } from "./tried-object";

/** Result of trying the objects of a cluster. */
export interface Trial {
  /** Number of objects that the server was asked about, pods included. */
  readonly objects: number;
  readonly findings: readonly string[];

  /** Kinds that the server does not know, because nothing brought them. */
  readonly unknownKinds: readonly string[];
}

interface Made {
  readonly path: string;
  readonly body: JsonMap;
}

/**
 * Makes the objects of a cluster, has each workload's pod judged where it would run, and removes everything
 * again, the last first. Finds what the server refuses, and what Terraform would change back in every plan.
 */
export async function tryObjects(tried: readonly TriedObject[], client: ObjectClient): Promise<Trial> {
  const findings: string[] = [];
  const unknownKinds = new Set<string>();
  const made: Made[] = [];
  const placeOf = placesOf(client);
  try {
    for (const one of tried) {
      const place = await placeOf(one.object);
      if (place === undefined) {
        unknownKinds.add(textOf(one.object.kind));
        continue;
      }
      const answer = await client.create(place, one.object);
      const refusal = refusalOf(answer);
      if (refusal === undefined) {
        const path = `${place}/${textOf(asMap(one.object.metadata).name)}`;
        made.push({ path, body: answer.body });
        await settle(path, answer.body, client);
      }
      findings.push(...(refusal === undefined ? unrest(one, answer.body) : [refused(one, refusal)]));
    }
    const pods = tried.flatMap(podOf);
    for (const pod of pods) {
      const refusal = refusalOf(await judged(pod, (await placeOf(pod.object))!, client));
      findings.push(...(refusal === undefined ? [] : [refused(pod, refusal)]));
    }
    return { objects: made.length + pods.length, findings, unknownKinds: [...unknownKinds] };
  } finally {
    for (const one of made.reverse()) {
      await remove(one, client);
    }
  }
}

const refused = ({ place }: TriedObject, refusal: string): string =>
  `${place}: expected the API server to take it, got: ${refusal}; correct the object`;

/** Values that every plan would change back, for ever. */
const unrest = ({ place, object, isCompared }: TriedObject, kept: JsonMap): string[] =>
  (isCompared ? changedValues(object, kept) : [])
    .filter(({ path }) => !isQuota(object, path))
    .map(
      (value) =>
        `${place} ${value.path}: expected a value that the API server keeps as it is, got ${value.sent}, of which it makes ${value.kept ?? "nothing"}; write ${value.kept ?? "no such value"}, or every plan changes it back`,
    );

/** Amounts of a quota, which Terraform's provider compares by what they mean. */
const isQuota = ({ kind }: JsonMap, path: string): boolean =>
  kind === "ResourceQuota" && path.startsWith("spec.hard.");

const ATTEMPTS = 100;
const PAUSE_IN_MILLISECONDS = 50;

/** Answer about a pod, once the server knows the state of the namespace's quotas. */
async function judged({ object }: TriedObject, path: string, client: ObjectClient): Promise<Answer> {
  let answer = await client.judge(path, object);
  for (let attempt = 0; attempt < ATTEMPTS && isPremature(answer); attempt++) {
    await delay(PAUSE_IN_MILLISECONDS);
    answer = await client.judge(path, object);
  }
  return answer;
}

const isPremature = (answer: Answer): boolean =>
  (refusalOf(answer) ?? "").includes("status unknown for quota");

/** Does what a controller does with a new quota, and waits until the server serves a new kind. */
async function settle(path: string, body: JsonMap, client: ObjectClient): Promise<void> {
  if (body.kind === "ResourceQuota") {
    const { hard } = asMap(body.spec);
    const used = Object.fromEntries(Object.keys(asMap(hard)).map((key) => [key, "0"]));
    await client.replace(`${path}/status`, { ...body, status: { hard: hard ?? {}, used } });
  }
  if (body.kind === "CustomResourceDefinition") {
    await eventually(async () => JSON.stringify((await client.get(path)).body).includes(ESTABLISHED));
  }
}

/** Condition of a kind that the server serves. */
const ESTABLISHED = '"reason":"InitialNamesAccepted","message":"the initial names have been accepted"';

/** Removes an object. No controller runs here that would empty a namespace and let it go. */
async function remove({ path, body: { kind } }: Made, client: ObjectClient): Promise<void> {
  const { status, body } = await client.remove(path);
  if (kind === "Namespace" && status < 300) {
    await client.replace(`${path}/finalize`, { ...body, spec: { finalizers: [] } });
  }
  await eventually(async () => (await client.get(path)).status === 404);
}

/** Waits until something is so, for a few seconds at most. */
async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS && !(await isSo()); attempt++) {
    await delay(PAUSE_IN_MILLISECONDS);
  }
}
