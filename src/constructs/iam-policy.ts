/** A condition of an IAM statement: operator → key → values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

interface Actions {
  readonly actions: readonly string[];
  readonly conditions?: Conditions;
}

/** Actions allowed on named resources or, with the reason in words, on any. */
export type Permission =
  (Actions & { readonly resources: readonly string[] }) | (Actions & { readonly anyResourceBecause: string });

/** Statement of a policy document. */
export interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: Readonly<Record<string, string | readonly string[]>>;
  readonly Action: readonly string[];
  readonly Resource?: readonly string[];
  readonly Condition?: Conditions;
}

/** IAM policy document as Terraform takes it. Tokens stay in place. */
export const policyDocument = (statements: readonly Statement[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

/**
 * Document that allows the listed actions and nothing else.
 *
 * @throws where resources are `*` without a reason, or none
 */
export const permissionsDocument = (permissions: readonly Permission[]): string =>
  policyDocument(
    permissions.map((permission) => ({
      Effect: "Allow",
      Action: permission.actions,
      Resource: resourcesOf(permission),
      Condition: permission.conditions,
    })),
  );

function resourcesOf(permission: Permission): readonly string[] {
  if (!("resources" in permission)) {
    return ["*"];
  }
  const { actions, resources } = permission;
  if (resources.length === 0 || resources.includes("*")) {
    throw new Error(
      `${actions.join(", ")}: expected resources by name, got ${resources.join(", ") || "none"}; ` +
        "say anyResourceBecause and why",
    );
  }
  return resources;
}

/** Lets one AWS service assume a role. */
export const serviceTrust = (service: string, actions: readonly string[] = ["sts:AssumeRole"]): string =>
  policyDocument([{ Effect: "Allow", Principal: { Service: service }, Action: actions }]);
