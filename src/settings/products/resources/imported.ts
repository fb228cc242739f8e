import type { Tenant } from "../products";
import type { ImportsConfig, SharedKind } from "./imports";
import { type OwnResource, resourcesOf } from "./own-resources";

/** Resource of another tenant that a namespace uses. */
export interface Import {
  readonly kind: SharedKind;

  /** Name that it has here. */
  readonly as: string;

  /** Tenant that owns it, and the name that it has there. */
  readonly owner: string;
  readonly name: string;

  /** Service accounts that use it; `undefined` for all. A topic has none. */
  readonly usedBy: readonly string[] | undefined;
}

type Entry = { readonly tenant: string; readonly name?: string; readonly usedBy?: readonly string[] };

/** Imports of a namespace, in the order of its file. */
export const importsOf = ({ settings: { imports = {} } }: Pick<Tenant, "settings">): Import[] =>
  (Object.entries(imports) as [keyof ImportsConfig, Readonly<Record<string, Entry>>][]).flatMap(
    ([kind, byName]) =>
      Object.entries(byName).map(([as, { tenant, name = as, usedBy }]) => ({
        kind,
        as,
        owner: tenant,
        name,
        usedBy,
      })),
  );

/** Service accounts that may use an import. */
export const usersOfImport = (
  { settings: { serviceAccounts = [] } }: Pick<Tenant, "settings">,
  { kind, usedBy }: Import,
): readonly string[] => (kind === "topic" ? [] : (usedBy ?? serviceAccounts));

/** Tenants with which a resource is shared. */
export const sharesOf = ({ settings }: OwnResource): readonly string[] =>
  "shares" in settings ? (settings.shares ?? []) : [];

/** Resource of a tenant by kind and name. */
export const resourceNamed = (
  tenant: Pick<Tenant, "settings">,
  kind: SharedKind,
  name: string,
): OwnResource | undefined =>
  resourcesOf(tenant).find((resource) => resource.kind === kind && resource.name === name);

/** Keys of the ConfigMap for an import of each kind, after the kind and the name. They are promises to applications. */
export const IMPORT_KEYS = {
  queue: ["URL", "ARN"],
  topic: ["ARN"],
  bucket: ["NAME"],
  table: ["NAME"],
} as const satisfies Readonly<Record<SharedKind, readonly string[]>>;
