import { blocksOf } from "../../terraform-json/blocks";
import type { JsonMap } from "../../terraform-json/json-map";
import { actionSummary } from "./action-summary";
import type { EnvironmentStack } from "./environment-stacks";
import { arrow } from "./part";
import type { Box, Picture } from "./picture";
import { type Principal, principalOf } from "./principal";
import { wrapped } from "./wrapped";

/** Widest line of a box. */
const WIDTH = 64;

/** Role with its caller and its permissions in lines. */
interface DrawnRole {
  readonly name: string;
  readonly principal: Principal;
  readonly may: readonly string[];
}

/** IAM roles of an environment: who assumes each, and its permissions. Roles that differ in names alone share a row. */
export function rolesPicture(environment: string, stacks: readonly EnvironmentStack[]): Picture {
  const roles = stacks.flatMap(({ json }) =>
    Object.entries(blocksOf(json, "aws_iam_role")).map(([id, role]): DrawnRole => ({
      name: String(role.name),
      principal: principalOf(role, blocksOf(json, "aws_iam_role")),
      may: allowances(id, json),
    })),
  );
  const rows = alike(roles).map((row, index) => ({ row, id: `roles ${index}` }));

  return {
    title: `${environment}: who assumes which IAM role, and what it may do`,
    direction: "right",
    legend: {
      green: "service account of the cluster",
      blue: "AWS service, or another role",
      yellow: "run outside AWS",
      grey: "permissions",
    },
    boxes: rows.flatMap(({ row, id }): Box[] => [
      { id, ...callers(row) },
      {
        id: `${id} may`,
        title: "",
        lines: row[0].may.flatMap((line) => wrapped(line, WIDTH)),
        colour: "grey",
      },
    ]),
    arrows: rows.map(({ id }) => arrow(id, `${id} may`)),
  };
}

type Row = [DrawnRole, ...DrawnRole[]];

/** Roles in rows, each of one kind of caller and the same permissions. */
function alike(roles: readonly DrawnRole[]): Row[] {
  const rows = new Map<string, Row>();
  for (const role of roles) {
    const key = JSON.stringify([role.principal.kind, role.may]);
    const row = rows.get(key);
    if (row) {
      row.push(role);
    } else {
      rows.set(key, [role]);
    }
  }
  return [...rows.values()];
}

function callers([{ name, principal }, ...others]: Row): Omit<Box, "id"> {
  return others.length === 0
    ? { title: principal.name, lines: [principal.kind, `assumes ${name}`], colour: principal.colour }
    : {
        title: `${others.length + 1} ${principal.plural}`,
        lines: [`${principal.name} assumes ${name}`, `${others.length} more, one role each`],
        colour: principal.colour,
      };
}

/** Permissions of a role, in lines: its own by service, then the policies that others maintain. */
function allowances(role: string, json: JsonMap): string[] {
  const ofRole = (type: string) =>
    Object.values(blocksOf(json, type)).filter((block) =>
      String(block.role).includes(`aws_iam_role.${role}.`),
    );

  return [
    ...actionSummary(ofRole("aws_iam_role_policy").flatMap(({ policy }) => actionsOf(String(policy)))),
    ...ofRole("aws_iam_role_policy_attachment")
      .map(({ policy_arn }) => `policy ${String(policy_arn).split("/").at(-1)}`)
      .sort(),
  ];
}

const actionsOf = (policy: string): readonly string[] =>
  (
    JSON.parse(policy) as { readonly Statement: readonly { readonly Action: readonly string[] }[] }
  ).Statement.flatMap(({ Action }) => Action);
