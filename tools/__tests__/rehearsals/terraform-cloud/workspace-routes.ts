import {
  about,
  type Asked,
  type Answer,
  attributesOf,
  list,
  namedIn,
  NOT_FOUND,
  nothing,
  refuse,
  relationsOf,
  type Route,
  show,
} from "./answers";
import { crud, makeNamed, references } from "./organisation-routes";
import { type Attributes, type Reference, referenceTo, type Stored } from "./records";

const DEFAULTS: Attributes = {
  "allow-destroy-plan": true,
  "assessments-enabled": false,
  "auto-apply": false,
  "auto-apply-run-trigger": false,
  "execution-mode": "remote",
  "file-triggers-enabled": true,
  "global-remote-state": false,
  "inherits-project-auto-destroy": true,
  locked: false,
  operations: true,
  permissions: { "can-force-delete": true, "can-lock": true, "can-unlock": true, "can-queue-run": true },
  "queue-all-runs": true,
  "resource-count": 0,
  "setting-overwrites": { "execution-mode": true, "agent-pool": true },
  source: "tfe-api",
  "speculative-enabled": true,
  "structured-run-output-enabled": true,
  "tag-names": [],
  "working-directory": "",
};

/** Permissions that each of the fixed levels of access stands for. */
const LEVELS: Readonly<Record<string, Attributes>> = {
  read: permissions("read", "read", "read", "none", false),
  plan: permissions("plan", "read", "read", "none", false),
  write: permissions("apply", "write", "write", "read", true),
  admin: { ...permissions("apply", "write", "write", "read", true), "run-tasks": true },
};

function permissions(
  runs: string,
  variables: string,
  states: string,
  mocks: string,
  locks: boolean,
): Attributes {
  return {
    runs,
    variables,
    "state-versions": states,
    "sentinel-mocks": mocks,
    "workspace-locking": locks,
    "run-tasks": false,
  };
}

function setExecution(workspace: Stored): Stored {
  workspace.attributes.operations = workspace.attributes["execution-mode"] !== "local";
  return workspace;
}

const tagsIn = ({ body }: Asked): unknown[] =>
  ((body.data ?? []) as readonly { readonly attributes?: Attributes }[]).map(
    ({ attributes }) => attributes?.name,
  );

function createWorkspace(asked: Asked): Answer {
  const result = makeNamed(asked, "workspaces", structuredClone(DEFAULTS));
  if (!("made" in result)) {
    return result.refused;
  }
  const { attributes, relations } = result.made;
  const tags = (relations.tags ?? []) as readonly { readonly attributes?: Attributes }[];
  attributes["tag-names"] = tags.map((tag) => tag.attributes?.name);
  delete relations.tags;
  return show(setExecution(result.made), 201);
}

const changed = (asked: Asked, workspace: Stored): Answer => {
  Object.assign(workspace.attributes, attributesOf(asked.body));
  Object.assign(workspace.relations, relationsOf(asked.body));
  return show(setExecution(workspace));
};

const lock =
  (locked: boolean) =>
  (asked: Asked): Answer =>
    about("workspaces", asked, (workspace) => {
      if (workspace.attributes.locked === locked) {
        return refuse(409, `Workspace already ${locked ? "locked" : "unlocked"}`);
      }
      workspace.attributes.locked = locked;
      return show(workspace);
    });

const relate =
  (
    relation: string,
    join: (before: readonly Reference[], named: readonly Reference[]) => readonly Reference[],
  ) =>
  (asked: Asked): Answer =>
    about("workspaces", asked, (workspace) => {
      workspace.relations[relation] = join(references(workspace, relation), namedIn(asked.body));
      return nothing();
    });

const without = (before: readonly Reference[], gone: readonly Reference[]): readonly Reference[] =>
  before.filter(({ id }) => !gone.some((one) => one.id === id));

const CONSUMERS = "remote-state-consumers";

/** Workspaces: their settings, readers, teams and e-mails. */
export const WORKSPACE_ROUTES: readonly Route[] = [
  ["GET organizations/*/workspaces", ({ records }) => list(records.of("workspaces"))],
  ["POST organizations/*/workspaces", createWorkspace],
  [
    "GET organizations/*/workspaces/*",
    ({ records, ids: [, name] }) => {
      const workspace = records.named("workspaces", name!);
      return workspace === undefined ? NOT_FOUND : show(workspace);
    },
  ],
  ["PATCH workspaces/*", (asked) => about("workspaces", asked, (workspace) => changed(asked, workspace))],
  [
    "POST workspaces/*/actions/safe-delete",
    (asked) =>
      about("workspaces", asked, (workspace) => {
        if (Number(workspace.attributes["resource-count"]) > 0) {
          return refuse(409, "Workspace is managing resources");
        }
        asked.records.remove(workspace);
        return nothing();
      }),
  ],
  ...crud("workspaces"),
  ["POST workspaces/*/actions/lock", lock(true)],
  ["POST workspaces/*/actions/unlock", lock(false)],
  ["GET workspaces/*/effective-tag-bindings", () => list([])],
  ["GET workspaces/*/tag-bindings", () => list([])],
  [
    "POST workspaces/*/relationships/tags",
    (asked) =>
      about("workspaces", asked, ({ attributes }) => {
        attributes["tag-names"] = [...(attributes["tag-names"] as string[]), ...tagsIn(asked)];
        return nothing();
      }),
  ],
  [
    "DELETE workspaces/*/relationships/tags",
    (asked) =>
      about("workspaces", asked, ({ attributes }) => {
        const gone = tagsIn(asked);
        attributes["tag-names"] = (attributes["tag-names"] as string[]).filter(
          (name) => !gone.includes(name),
        );
        return nothing();
      }),
  ],

  [
    `GET workspaces/*/relationships/${CONSUMERS}`,
    (asked) =>
      about("workspaces", asked, (workspace) =>
        list(
          references(workspace, CONSUMERS).flatMap(({ id }) => asked.records.find("workspaces", id) ?? []),
        ),
      ),
  ],
  [
    `POST workspaces/*/relationships/${CONSUMERS}`,
    relate(CONSUMERS, (before, named) => [...without(before, named), ...named]),
  ],
  [`PATCH workspaces/*/relationships/${CONSUMERS}`, relate(CONSUMERS, (_before, named) => named)],
  [`DELETE workspaces/*/relationships/${CONSUMERS}`, relate(CONSUMERS, without)],

  [
    "GET team-workspaces",
    ({ records, query }) =>
      list(
        records
          .of("team-workspaces")
          .filter(
            ({ relations }) => (relations.workspace as Reference).id === query.get("filter[workspace][id]"),
          ),
      ),
  ],
  [
    "POST team-workspaces",
    ({ records, body }) => {
      const { access = "custom", ...custom } = attributesOf(body);
      const relations = relationsOf(body);
      const isSame = (other: Stored) =>
        ["team", "workspace"].every(
          (name) => (other.relations[name] as Reference).id === (relations[name] as Reference).id,
        );
      if (records.of("team-workspaces").some(isSame)) {
        return refuse(422, "Team has already been given access to this workspace");
      }
      const granted = {
        ...permissions("read", "none", "none", "none", false),
        ...LEVELS[String(access)],
        ...custom,
      };
      return show(records.add("team-workspaces", { access, ...granted }, relations), 201);
    },
  ],
  ...crud("team-workspaces"),

  [
    "POST workspaces/*/notification-configurations",
    (asked) =>
      about("workspaces", asked, (workspace) =>
        show(
          asked.records.add("notification-configurations", attributesOf(asked.body), {
            ...relationsOf(asked.body),
            subscribable: referenceTo(workspace),
          }),
          201,
        ),
      ),
  ],
  ...crud("notification-configurations"),
];
