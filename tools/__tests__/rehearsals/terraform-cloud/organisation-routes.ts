import {
  about,
  type Asked,
  attributesOf,
  list,
  namedIn,
  nothing,
  refuse,
  relationsOf,
  type Route,
  show,
} from "./answers";
import { referenceTo, type Reference, type Stored } from "./records";

const ORGANISATION: Reference = { type: "organizations", id: "govuk" };

const isEmpty = ({ records }: Asked, project: Stored): boolean =>
  records
    .of("workspaces")
    .every(({ relations }) => (relations.project as Reference | undefined)?.id !== project.id);

/** Makes a thing whose name no other of its kind may have. */
export function makeNamed(
  asked: Asked,
  type: string,
  defaults: Readonly<Record<string, unknown>>,
): { readonly made: Stored } | { readonly refused: ReturnType<typeof refuse> } {
  const attributes = { ...defaults, ...attributesOf(asked.body) };
  if (asked.records.named(type, String(attributes.name)) !== undefined) {
    return { refused: refuse(422, `Name has already been taken`) };
  }
  const relations = { organization: ORGANISATION, ...relationsOf(asked.body) };
  return { made: asked.records.add(type, attributes, relations) };
}

const make =
  (type: string, defaults: Readonly<Record<string, unknown>> = {}) =>
  (asked: Asked) => {
    const result = makeNamed(asked, type, defaults);
    return "made" in result ? show(result.made, 201) : result.refused;
  };

const read = (type: string) => (asked: Asked) => about(type, asked, show);

const update = (type: string) => (asked: Asked) =>
  about(type, asked, (stored) => {
    Object.assign(stored.attributes, attributesOf(asked.body));
    Object.assign(stored.relations, relationsOf(asked.body));
    return show(stored);
  });

const remove = (type: string) => (asked: Asked) =>
  about(type, asked, (stored) => {
    asked.records.remove(stored);
    return nothing();
  });

/** Reads, changes and removes things of a kind. */
const crud = (type: string): Route[] => [
  [`GET ${type}/*`, read(type)],
  [`PATCH ${type}/*`, update(type)],
  [`DELETE ${type}/*`, remove(type)],
];

const ENTITLEMENTS = ["operations", "state-storage", "teams", "private-module-registry", "sentinel"];

/** The organisation itself: projects, teams, members and sets of variables. */
export const ORGANISATION_ROUTES: readonly Route[] = [
  ["GET ping", () => nothing()],
  [
    "GET organizations/*/entitlement-set",
    () => ({
      status: 200,
      body: {
        data: {
          type: "entitlement-sets",
          id: ORGANISATION.id,
          attributes: Object.fromEntries(ENTITLEMENTS.map((name) => [name, true])),
        },
      },
    }),
  ],
  [
    "GET organizations/*",
    () => ({ status: 200, body: { data: { ...ORGANISATION, attributes: { name: ORGANISATION.id } } } }),
  ],

  ["GET organizations/*/projects", ({ records }) => list(records.of("projects"))],
  [
    "POST organizations/*/projects",
    make("projects", { description: "", "default-execution-mode": "remote" }),
  ],
  [
    "DELETE projects/*",
    (asked) =>
      about("projects", asked, (project) =>
        isEmpty(asked, project) ? remove("projects")(asked) : refuse(422, "Project still has workspaces"),
      ),
  ],
  ["GET projects/*/effective-tag-bindings", () => list([])],
  ["GET projects/*/tag-bindings", () => list([])],
  ...crud("projects"),

  [
    "GET organizations/*/teams",
    ({ records, query }) => {
      const names = query.get("filter[names]")?.split(",");
      return list(
        records.of("teams").filter(({ attributes }) => names?.includes(String(attributes.name)) ?? true),
      );
    },
  ],
  ["POST organizations/*/teams", make("teams", { visibility: "secret", "users-count": 0 })],
  ...crud("teams"),

  [
    "GET organizations/*/organization-memberships",
    ({ records, query }) => {
      const emails = query.get("filter[email]")?.split(",");
      const found = records
        .of("organization-memberships")
        .filter(({ attributes }) => emails?.includes(String(attributes.email)) ?? true);
      const users = found.map(({ relations }) => (relations.user as Reference).id);
      return list(
        found,
        records.of("users").filter(({ id }) => users.includes(id)),
      );
    },
  ],
  [
    "POST organizations/*/organization-memberships",
    ({ records, body }) => {
      const user = records.add("users", { email: attributesOf(body).email });
      const attributes = { ...attributesOf(body), status: "active" };
      const relations = { organization: ORGANISATION, user: referenceTo(user), teams: [] };
      return show(records.add("organization-memberships", attributes, relations), 201);
    },
  ],
  ["GET organization-memberships/*", read("organization-memberships")],

  ["POST organizations/*/varsets", make("varsets", { description: "", global: false, priority: false })],
  ["GET organizations/*/varsets", ({ records }) => list(records.of("varsets"))],
  ...crud("varsets"),
  [
    "POST varsets/*/relationships/vars",
    (asked) =>
      about("varsets", asked, (varset) => {
        const defaults = { description: "", hcl: false, sensitive: false, "version-id": "1" };
        const attributes = { ...defaults, ...attributesOf(asked.body) };
        const made = asked.records.add("vars", attributes, { varset: referenceTo(varset) });
        varset.relations.vars = [...references(varset, "vars"), referenceTo(made)];
        return show(made, 201);
      }),
  ],
  ["GET varsets/*/relationships/vars/*", read("vars")],
  ["PATCH varsets/*/relationships/vars/*", update("vars")],
  ["DELETE varsets/*/relationships/vars/*", remove("vars")],
  [
    "POST varsets/*/relationships/workspaces",
    (asked) =>
      about("varsets", asked, (varset) => {
        varset.relations.workspaces = [...references(varset, "workspaces"), ...namedIn(asked.body)];
        return nothing();
      }),
  ],
  [
    "DELETE varsets/*/relationships/workspaces",
    (asked) =>
      about("varsets", asked, (varset) => {
        const gone = namedIn(asked.body).map(({ id }) => id);
        varset.relations.workspaces = references(varset, "workspaces").filter(({ id }) => !gone.includes(id));
        return nothing();
      }),
  ],
];

/** References that a thing has to others of a kind. */
export const references = ({ relations }: Stored, name: string): readonly Reference[] =>
  (relations[name] ?? []) as readonly Reference[];

export { crud };
