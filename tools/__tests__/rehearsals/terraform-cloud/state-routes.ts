import { about, attributesOf, NOT_FOUND, nothing, type Route, show } from "./answers";
import { type Reference, referenceTo } from "./records";

/** States of workspaces, each version of them. */
export const STATE_ROUTES: readonly Route[] = [
  [
    "GET workspaces/*/current-state-version",
    ({ records, ids: [workspace] }) => {
      const newest = records
        .of("state-versions")
        .filter(({ relations }) => (relations.workspace as { readonly id: string }).id === workspace)
        .at(-1);
      return newest === undefined ? NOT_FOUND : show(newest);
    },
  ],
  [
    "POST workspaces/*/state-versions",
    (asked) =>
      about("workspaces", asked, (workspace) => {
        const { records, address, body } = asked;
        const version = records.add("state-versions", {}, { workspace: referenceTo(workspace) });
        const { state = "", serial } = attributesOf(body);
        Object.assign(version.attributes, {
          serial,
          state,
          status: "pending",
          "hosted-state-upload-url": `${address}/api/v2/states/${version.id}`,
          "hosted-json-state-upload-url": `${address}/api/v2/json-states/${version.id}`,
          "hosted-state-download-url": `${address}/api/v2/states/${version.id}`,
        });
        return show(version, 201);
      }),
  ],
  ["GET state-versions/*", (asked) => about("state-versions", asked, show)],
  [
    "GET states/*",
    (asked) => about("state-versions", asked, ({ attributes }) => ({ status: 200, body: attributes.stored })),
  ],
  [
    "PUT states/*",
    (asked) =>
      about("state-versions", asked, ({ attributes, relations }) => {
        Object.assign(attributes, { stored: asked.body, status: "finalized" });
        const { id } = relations.workspace as Reference;
        asked.records.find("workspaces", id)!.attributes["resource-count"] = resourcesIn(asked.body);
        return nothing(200);
      }),
  ],
  ["PUT json-states/*", () => nothing(200)],
];

const resourcesIn = (state: object): number =>
  (state as { readonly resources: readonly { readonly mode: string }[] }).resources.filter(
    ({ mode }) => mode === "managed",
  ).length;
