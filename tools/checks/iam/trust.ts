import type { Statement } from "./documents";

/** Tags by which EKS names the pod that asks for a role. */
const POD_TAGS = ["eks-cluster-name", "kubernetes-namespace", "kubernetes-service-account"].map(
  (name) => `aws:RequestTag/${name}`,
);

/** Role by its whole ARN, and not an account or a pattern. */
const ROLE = /^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]+$/;

/** Findings about a statement of a role's trust, which must name the caller exactly. */
export function trustFindings(statement: Statement): string[] {
  const { effect, principals, conditions } = statement;
  const [principal] = principals;
  if (effect !== "Allow" || principal === undefined || principals.length > 1) {
    return [
      `expected to trust one principal, got ${principals.map(({ name }) => name).join(", ") || effect}`,
    ];
  }
  const inexact = conditions.filter((condition) => !namesProfilesOfACluster(condition));
  return [
    ...inexact
      .filter(({ operator }) => operator !== "StringEquals")
      .map(({ operator, key }) => `expected StringEquals of ${key}, got ${operator}`),
    ...inexact
      .filter(({ values }) => values.length === 0 || values.some((value) => /[*?]/.test(value)))
      .map(({ key, values }) => `expected ${key} by name, got ${values.join(", ") || "nothing"}`),
    ...ofPrincipal(principal, statement),
  ];
}

/** Fargate profiles of one cluster: EKS makes up the last part of each ARN. */
const FARGATE_PROFILES = /^arn:aws:eks:[a-z0-9-]+:[^:]+:fargateprofile\/[\w-]+\/\*$/;

const namesProfilesOfACluster = ({ operator, key, values }: Statement["conditions"][number]): boolean =>
  operator === "ArnLike" &&
  key === "aws:SourceArn" &&
  values.length > 0 &&
  values.every((value) => FARGATE_PROFILES.test(value));

function ofPrincipal({ kind, name }: Statement["principals"][number], statement: Statement): string[] {
  if (kind === "Federated") {
    return webIdentity(name.slice(name.indexOf("/") + 1), statement);
  }
  if (kind === "AWS") {
    return ROLE.test(name) ? [] : oneRoleOf(name, statement);
  }
  if (kind !== "Service") {
    return [`expected a service, an identity provider or a role, got ${name}`];
  }
  return name === "pods.eks.amazonaws.com" ? POD_TAGS.flatMap((key) => exactlyOne(key, statement)) : [];
}

/** Key by which a statement names one role of an account that it trusts: IAM takes no principal that does not exist. */
const PRINCIPAL = "aws:PrincipalArn";

function oneRoleOf(account: string, statement: Statement): string[] {
  const [role = ""] = valuesOf(PRINCIPAL, statement);
  const isRole = ROLE.test(role) && role.startsWith(account.replace(/:root$/, ":role/"));
  return isRole ? exactlyOne(PRINCIPAL, statement) : [`expected one role, got ${account}`];
}

/**
 * Findings about a token's issuer: the trust needs one audience and a subject, of which a cluster's has
 * exactly one.
 */
function webIdentity(issuer: string, statement: Statement): string[] {
  const { actions, conditions } = statement;
  const subject = `${issuer}:sub`;
  const isCluster = issuer.startsWith("oidc.eks.");
  const others = conditions.filter(({ key }) => key !== subject && key !== `${issuer}:aud`);

  return [
    ...(actions.join() === "sts:AssumeRoleWithWebIdentity"
      ? []
      : [`expected AssumeRoleWithWebIdentity alone, got ${actions.join(", ")}`]),
    ...exactlyOne(`${issuer}:aud`, statement),
    ...(isCluster ? exactlyOne(subject, statement) : atLeastOne(subject, statement)),
    ...others.map(({ key }) => `expected claims of ${issuer}, got ${key}`),
  ];
}

const valuesOf = (key: string, { conditions }: Statement): readonly string[] =>
  conditions.filter((condition) => condition.key === key).flatMap(({ values }) => values);

const exactlyOne = (key: string, statement: Statement): string[] => {
  const values = valuesOf(key, statement);
  return values.length === 1 ? [] : [`expected one ${key}, got ${values.join(", ") || "none"}`];
};

const atLeastOne = (key: string, statement: Statement): string[] =>
  valuesOf(key, statement).length > 0 ? [] : [`expected ${key}, got none`];
