import { atATime } from "../../kit/on-all-cores";
import { type Answer, type ObjectClient, refusalOf } from "../../offline/api-client";
import { type Places, placesOf } from "../../offline/api-places";
import { asList, asMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { changedValues } from "./changed-values";
import { bringsKind, type CustomKinds, customKindOf, customKinds, kindBroughtBy } from "./custom-kinds";
import { eventually } from "./eventually";
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

interface TrialOptions {
  /**
   * Custom kinds that the server has from other trials.
   *
   * @default - none
   */
  readonly kinds?: CustomKinds;

  /**
   * Work for which all objects are there.
   *
   * @default - none
   */
  readonly whileThere?: () => Promise<void>;
}

interface Made {
  readonly path: string;
  readonly body: JsonMap;
}

/** Requests that a server gets at a time. With one after the other, it waits most of the time. */
export const AT_A_TIME = 8;

/**
 * Makes the objects of a cluster, has each workload's pod judged where it would run, and removes everything again but
 * kinds. Finds what the server refuses, and what Terraform would change back in every plan.
 */
export async function tryObjects(
  tried: readonly TriedObject[],
  client: ObjectClient,
  { kinds = customKinds(client), whileThere = () => Promise.resolve() }: TrialOptions = {},
): Promise<Trial> {
  const made: Made[] = [];
  let objects = 0;
  const unknownKinds = new Set<string>();
  const placeOf = placesWith(tried, client, kinds);

  const taken = async (one: TriedObject): Promise<readonly string[]> => {
    const place = await placeOf(one.object);
    if (place === undefined) {
      unknownKinds.add(textOf(one.object.kind));
      return [];
    }
    const isKind = bringsKind(one.object);
    const answer = await (isKind ? kinds.take(place, one.object) : client.create(place, one.object));
    const refusal = refusalOf(answer);
    if (refusal !== undefined) {
      return [refused(one, refusal)];
    }
    objects += 1;
    if (!isKind) {
      const path = `${place}/${textOf(asMap(one.object.metadata).name)}`;
      made.push({ path, body: answer.body });
      await settle(path, answer.body, client);
    }
    return unrest(one, answer.body);
  };
  const judgedAs = async (pod: TriedObject): Promise<readonly string[]> => {
    const refusal = refusalOf(await judged(pod, (await placeOf(pod.object))!, client));
    return refusal === undefined ? [] : [refused(pod, refusal)];
  };

  const findings = broughtTwice(tried);
  try {
    for (const wave of wavesOf(tried)) {
      findings.push(...(await atATime(AT_A_TIME, wave, taken)).flat());
    }
    await whileThere();
    const pods = tried.flatMap(podOf);
    findings.push(...(await atATime(AT_A_TIME, pods, judgedAs)).flat());
    return { objects: objects + pods.length, findings, unknownKinds: [...unknownKinds].sort() };
  } finally {
    const [inside, namespaces] = halves(made, ({ body }) => body.kind !== "Namespace");
    for (const some of [inside, namespaces]) {
      await atATime(AT_A_TIME, some, (one) => remove(one, client));
    }
  }
}

/** Objects in the order of their needs: kinds, then namespaces, then all that is in them. */
function wavesOf(tried: readonly TriedObject[]): readonly (readonly TriedObject[])[] {
  const [kinds, others] = halves(tried, ({ object }) => bringsKind(object));
  const [namespaces, rest] = halves(others, ({ object }) => object.kind === "Namespace");
  return [byName(kinds), namespaces, rest];
}

/** Kinds, each once. */
const byName = (kinds: readonly TriedObject[]): TriedObject[] => [
  ...new Map(kinds.map((one) => [kindBroughtBy(one.object), one])).values(),
];

const halves = <T>(all: readonly T[], isFirst: (one: T) => boolean): readonly [T[], T[]] => [
  all.filter(isFirst),
  all.filter((one) => !isFirst(one)),
];

/** Kinds that two releases bring, of which Helm installs the first alone and refuses the other. */
function broughtTwice(tried: readonly TriedObject[]): string[] {
  const places = new Map<string, readonly string[]>();
  for (const { object, place } of tried.filter((one) => bringsKind(one.object))) {
    const kind = kindBroughtBy(object);
    places.set(kind, [...(places.get(kind) ?? []), place]);
  }
  return [...places]
    .filter(([, all]) => all.length > 1)
    .map(
      ([kind, all]) =>
        `${kind}: expected one release that brings this kind, got ${all.join(" and ")}; switch its CRDs off in all but one`,
    );
}

/** Places of the objects of a cluster, which knows those custom kinds alone that it brings. */
function placesWith(tried: readonly TriedObject[], client: ObjectClient, kinds: CustomKinds): Places {
  const placeOf = placesOf(client);
  const brought = new Set(
    tried.filter(({ object }) => bringsKind(object)).map(({ object }) => kindBroughtBy(object)),
  );
  return async (object) => {
    const isOwn = brought.has(customKindOf(object));
    if (!isOwn) {
      return kinds.has(object) ? undefined : placeOf(object);
    }
    let place: string | undefined;
    // The server says a moment later that it has a kind.
    await eventually(async () => (place = await placeOf(object)) !== undefined || !kinds.has(object));
    return place;
  };
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

/** Answer about a pod, once the server knows the state of the namespace's quotas. */
async function judged({ object }: TriedObject, path: string, client: ObjectClient): Promise<Answer> {
  let answer = await client.judge(path, object);
  await eventually(
    async () => !isPremature(answer) || !isPremature((answer = await client.judge(path, object))),
  );
  return answer;
}

const isPremature = (answer: Answer): boolean =>
  (refusalOf(answer) ?? "").includes("status unknown for quota");

/** Does what a controller does with a new quota. */
async function settle(path: string, body: JsonMap, client: ObjectClient): Promise<void> {
  if (body.kind === "ResourceQuota") {
    const { hard } = asMap(body.spec);
    const used = Object.fromEntries(Object.keys(asMap(hard)).map((key) => [key, "0"]));
    await client.replace(`${path}/status`, { ...body, status: { hard: hard ?? {}, used } });
  }
}

/** Removes an object. No controller runs here that would empty a namespace, or let go of what it protects. */
async function remove({ path, body: { kind } }: Made, client: ObjectClient): Promise<void> {
  const { status, body } = await client.remove(path);
  if (kind === "Namespace" && status < 300) {
    await client.replace(`${path}/finalize`, { ...body, spec: { finalizers: [] } });
  } else if (asList(asMap(body.metadata).finalizers).length > 0) {
    await client.replace(path, { ...body, metadata: { ...asMap(body.metadata), finalizers: [] } });
  }
  await eventually(async () => (await client.get(path)).status === 404);
}
