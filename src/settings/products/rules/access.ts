import { nearest } from "../../checking/nearest";
import { ownValue } from "../../checking/own-value";
import { type Path, show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { World } from "../world";
import { at } from "./at";

/** Refuses a team that the platform does not know. */
export function teamsExist({ settings: { files, teams }, tenants }: World): Finding[] {
  const isUnknown = (team: string) => ownValue(teams, team) === undefined;
  const words = (team: string) => {
    const meant = nearest(team, Object.keys(teams));
    return {
      expected: "a team that the platform knows",
      got: show(team),
      fix: meant ? `did you mean ${show(meant)}?` : "ask the platform's engineers to add it",
    };
  };
  // A team of a folder that is none's is that of all its files.
  const owners = files.flatMap((file) => (file.product ? [{ file, team: file.product.owner.team }] : []));
  return [
    ...owners
      .filter(({ team }) => isUnknown(team))
      .map(({ file, team }) => ({ file, path: ["owner", "team"] as Path, ...words(team) })),
    ...tenants.flatMap((tenant) => [
      ...tenant.settings.access.flatMap(({ team }, index) =>
        isUnknown(team) ? [at(tenant, ["access", index, "team"], words(team))] : [],
      ),
      ...(tenant.settings.deploy?.reviewers ?? []).flatMap((team, index) =>
        isUnknown(team) ? [at(tenant, ["deploy", "reviewers", index], words(team))] : [],
      ),
    ]),
  ];
}

/** Refuses access that changes a live namespace without a reason. */
export const liveAccessIsJustified = ({ tenants }: World): Finding[] =>
  tenants
    .filter(({ live }) => live)
    .flatMap((tenant) =>
      tenant.settings.access.flatMap(({ role, justification }, index) =>
        role === "view" || justification !== undefined
          ? []
          : [
              at(tenant, ["access", index, "justification"], {
                expected: `a reason to ${role} a live namespace`,
                got: "nothing",
                fix: "add it, or ask for view",
              }),
            ],
      ),
    );

/** Refuses a team that has two roles in a namespace. */
export const teamsHaveOneRole = ({ tenants }: World): Finding[] =>
  tenants.flatMap((tenant) => {
    const seen = new Set<string>();
    return tenant.settings.access.flatMap(({ team }, index) => {
      const again = seen.has(team);
      seen.add(team);
      return again
        ? [
            at(tenant, ["access", index, "team"], {
              expected: "each team once",
              got: show(team),
              fix: "keep the role that it needs",
            }),
          ]
        : [];
    });
  });

/** Refuses a place to try things on a cluster that the public depends on. */
export const sandboxesAreNotLive = ({ tenants }: World): Finding[] =>
  tenants
    .filter(({ live, settings }) => live && settings.sandbox !== undefined)
    .map((tenant) =>
      at(tenant, ["sandbox"], {
        expected: "no sandbox on a live cluster",
        got: `one on ${tenant.cluster}`,
        fix: "move it to another cluster, or take sandbox out",
      }),
    );

/** Refuses a namespace that goes while it is protected. */
export const leavingIsUnprotected = ({ tenants }: World): Finding[] =>
  tenants
    .filter(({ settings }) => settings.leaving !== undefined && (settings.protection ?? true) === true)
    .map((tenant) =>
      at(tenant, ["protection"], {
        expected: "{ enabled: false, reason: … } on a namespace that goes",
        got: show(tenant.settings.protection),
        fix: "say why its data may go",
      }),
    );
