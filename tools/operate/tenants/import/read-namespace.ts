import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, parseAllDocuments } from "yaml";
import { z } from "zod";
import { CommandError } from "../../../kit/command-error";
import { channelIn, type Imported, repositoryIn } from "./imported";
import { leftInTerraform } from "./read-terraform";
import { shaped } from "./shaped";

const TEXT = z.string().nullish();
const LABELS = z.record(z.string(), z.string()).nullish();

/** Kubernetes object of a folder, of which this reads a few fields. */
const KUBERNETES_OBJECT = z.looseObject({
  kind: TEXT,
  metadata: z.looseObject({ name: TEXT, labels: LABELS, annotations: LABELS }).nullish(),
  roleRef: z.looseObject({ name: TEXT }).nullish(),
  subjects: z.array(z.looseObject({ kind: TEXT, name: TEXT })).nullish(),
  spec: z.looseObject({ hard: z.record(z.string(), z.union([z.string(), z.number()])).nullish() }).nullish(),
});

type KubernetesObject = z.infer<typeof KUBERNETES_OBJECT>;

interface Found {
  readonly file: string;
  readonly object: KubernetesObject;
}

/** Kinds that every namespace of this platform has anyway. */
const ALWAYS_THERE = new Set(["Namespace", "LimitRange", "ResourceQuota"]);

const ROLES = new Set(["view", "edit", "admin"]);

/** Reads a folder of `namespaces/<cluster>`: Kubernetes objects as YAML, and Terraform in `resources`. */
export function readNamespace(folder: string, cluster: string): Imported {
  const objects = objectsIn(folder);
  const namespace = objects.find(({ object }) => object.kind === "Namespace")?.object.metadata ?? {};
  const noteOf = bySuffix(namespace.annotations);
  const isLive = bySuffix(namespace.labels)("is-production") === "true";
  const { product, environment } = split(namespace.name, bySuffix(namespace.labels)("environment-name"));
  const access = accessOf(objects, isLive);

  return {
    product,
    team: access[0]?.team,
    email: /[^\s:<>]+@[^\s<>]+/.exec(noteOf("owner") ?? "")?.[0],
    channel: channelIn(noteOf("slack-channel")),
    source: repositoryIn(noteOf("source-code")),
    environments: [
      {
        name: environment,
        settings: {
          cluster,
          ...(namespace.name === `${product}-${environment}` ? {} : { namespace: namespace.name }),
          ...sandboxOf(noteOf("review-after"), isLive),
          access,
          ...limitsOf(objects),
        },
      },
    ],
    left: [...leftIn(folder, objects), ...leftInTerraform(join(folder, "resources"))],
  };
}

const objectsIn = (folder: string): Found[] =>
  readdirSync(folder)
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .flatMap((file) =>
      parseAllDocuments(readFileSync(join(folder, file), "utf8"), { logLevel: "silent" })
        .map((document) => objectOf(join(folder, file), document))
        .flatMap((object) => (object === null ? [] : [{ file, object }])),
    );

function objectOf(path: string, document: Document): KubernetesObject | null {
  const [error] = document.errors;
  if (error !== undefined) {
    throw new CommandError(
      `${path}:${error.linePos?.[0].line ?? 1}: expected YAML, got: ${error.message.split(/ at line|\n/)[0]!}; correct the line`,
    );
  }
  const object = plain(document, path);
  return isObject(object) ? shaped(KUBERNETES_OBJECT, object, path) : null;
}

/** A list of objects or a text is none that a namespace has. */
const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Value of a document. Aliases of aliases would fill the memory, so the parser stops at a hundred. */
function plain(document: Document, path: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new CommandError(
      `${path}: expected values, got aliases that cannot be written out: ${String((error as Error).message)}; write them out`,
    );
  }
}

/** Looks values up by what follows the prefix of their keys. */
const bySuffix =
  (values: Readonly<Record<string, string>> | null | undefined) =>
  (suffix: string): string | undefined =>
    Object.entries(values ?? {}).find(([key]) => key.split("/").at(-1) === suffix)?.[1];

/** Product and environment of a namespace `<product>-<environment>`, or of one that is called as its product. */
function split(name: string | null | undefined, label = "live"): { product: string; environment: string } {
  const namespace = name ?? "";
  const environment = label.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  const dash = namespace.lastIndexOf("-");
  const last = namespace.slice(dash + 1);
  const isEnvironment =
    dash > 0 && (last === environment || /^(?:dev|test|uat|staging|preprod|prod)$/.test(last));
  return isEnvironment
    ? { product: namespace.slice(0, dash), environment: last }
    : { product: namespace, environment };
}

const accessOf = (objects: readonly Found[], isLive: boolean) =>
  objects
    .filter(({ object }) => object.kind === "RoleBinding" && ROLES.has(object.roleRef?.name ?? ""))
    .flatMap(({ object: { roleRef, subjects } }) =>
      (subjects ?? [])
        .filter(({ kind, name }) => kind === "Group" && name?.startsWith("github:"))
        .map(({ name }) => ({
          team: name!.slice("github:".length),
          role: roleRef!.name!,
          ...(isLive && roleRef!.name !== "view"
            ? { justification: "The team had this role before the move" }
            : {}),
        })),
    );

const sandboxOf = (reviewAfter: string | undefined, isLive: boolean) =>
  reviewAfter && !isLive ? { sandbox: { reviewOn: reviewAfter } } : {};

function limitsOf(objects: readonly Found[]) {
  const pods = objects.find(({ object }) => object.kind === "ResourceQuota")?.object.spec?.hard?.pods;
  return pods === undefined ? {} : { limits: { pods: Number(pods) } };
}

/** Objects without a place here. */
function leftIn(folder: string, objects: readonly Found[]): string[] {
  const skips = readdirSync(folder).filter((name) => /SKIP_\w*THIS_NAMESPACE$/.test(name));
  return [
    ...skips.map((name) => `${name}: write hold, with a reason and a date`),
    ...objects.flatMap(({ file, object: { kind: found, metadata, roleRef } }) => {
      const kind = found ?? "?";
      if (ALWAYS_THERE.has(kind) || (kind === "RoleBinding" && ROLES.has(roleRef?.name ?? ""))) {
        return [];
      }
      const fix =
        kind === "NetworkPolicy"
          ? "write network, if it opens more than the namespace's own pods and load balancers"
          : "deploy it with the application";
      return [`${file}: ${kind} ${metadata?.name ?? "?"}: ${fix}`];
    }),
  ];
}
