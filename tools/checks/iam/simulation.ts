import { runSimulation, type Simulation } from "@cloud-copilot/iam-simulate";
import type { Json } from "../../../src/output/leaves";
import type { Requests } from "./access/table";
import { accountDecides, type ResourcePolicies } from "./resource-policies";
import type { Role } from "./roles";
import { statementsAbout } from "./statements-about";

/** A request, and whether IAM grants it to a role. */
export interface Decision {
  /** Request as text: `s3:GetObject on arn:aws:s3:::…`. */
  readonly request: string;
  readonly allowed: boolean;

  /**
   * Reason why AWS would never get such a request, so that the decision means nothing.
   *
   * @default - none: it would
   */
  readonly impossible?: string;
}

interface Caller extends OtherPolicies {
  readonly role: Role;

  /** Documents of the policies that the environment's stacks make, by ARN. */
  readonly policies: Readonly<Record<string, string>>;
  readonly account: string;
  readonly region: string;
}

/** Policies outside the role. */
export interface OtherPolicies {
  /** Documents of AWS managed policies, by ARN. */
  readonly managedPolicies: Readonly<Record<string, Json>>;

  /** Policies of keys, repositories and topics, of all environments. */
  readonly resourcePolicies: ResourcePolicies;
}

/** Decisions of IAM about each of a role's requests. */
export async function decide(caller: Caller, { actions, on, when = {} }: Requests): Promise<Decision[]> {
  const { account, region, resourcePolicies } = caller;
  const principal = `arn:aws:iam::${account}:role${caller.role.path}${caller.role.name}`;
  const owner = accountOf(on) ?? account;
  const resourcePolicy =
    resourcePolicies[on] ?? (on.startsWith("arn:aws:kms:") ? accountDecides(owner) : undefined);
  const decisions: Decision[] = [];
  for (const action of actions) {
    const result = await runSimulation(
      {
        ...NO_OTHER_POLICIES,
        request: {
          principal,
          action,
          resource: { resource: on, accountId: owner },
          contextVariables: {
            "aws:RequestedRegion": region,
            "aws:PrincipalArn": principal,
            ...copied(when),
          },
        },
        identityPolicies: policiesOf(caller).map(({ name, policy }) => ({
          name,
          policy: statementsAbout(action, policy as Json),
        })),
        ...boundaryOf(caller, action),
        ...(resourcePolicy === undefined ? {} : { resourcePolicy: JSON.parse(resourcePolicy) as Json }),
      },
      {},
    );
    const ignored = result.resultType === "single" ? (result.result.ignoredContextKeys ?? []) : [];
    const impossible =
      result.resultType === "error"
        ? result.errors.message
        : ignored.length > 0
          ? `no such request has ${ignored.join(", ")}`
          : undefined;
    decisions.push({
      request: [
        `${action} on ${on}`,
        ...Object.entries(when).map(([key, value]) => `${key}=${String(value)}`),
      ].join(" with "),
      allowed: result.resultType !== "error" && result.overallResult === "Allowed",
      ...(impossible === undefined ? {} : { impossible }),
    });
  }
  return decisions;
}

/** Caller that asks for a role: a service, or an identity with the claims of its token. */
export interface Asker {
  readonly principal: string;
  readonly action: string;
  readonly claims: Readonly<Record<string, string>>;

  /**
   * True for a role whose own policy lets it ask, which it needs where a trust names its account.
   *
   * @default false
   */
  readonly mayAsk?: boolean;
}

/** True if a role's trust admits the caller. */
export async function trusts(
  role: Role,
  account: string,
  { principal, action, claims, mayAsk = false }: Asker,
): Promise<boolean> {
  const result = await runSimulation(
    {
      ...NO_OTHER_POLICIES,
      request: {
        principal,
        action,
        resource: { resource: `arn:aws:iam::${account}:role${role.path}${role.name}`, accountId: account },
        contextVariables: Object.fromEntries(
          Object.entries(claims).map(([key, value]) => [knownClaim(key), value]),
        ),
      },
      identityPolicies: mayAsk ? [{ name: "may-ask", policy: MAY_ASK }] : [],
      resourcePolicy: JSON.parse(role.trust.replace(/"[^"]+:(?:aud|sub)":/g, knownClaim)) as Json,
    },
    {},
  );
  return result.resultType !== "error" && result.overallResult === "Allowed";
}

const MAY_ASK: Json = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: ["sts:AssumeRole", "sts:TagSession"], Resource: "*" }],
};

/**
 * Claim that the simulator knows: it knows few issuers by name, and one of these stands in for all of them.
 */
const knownClaim = (key: string): string => key.replace(/^("?)[^"]+:(aud|sub)/, "$1accounts.google.com:$2");

const NO_OTHER_POLICIES = {
  serviceControlPolicies: [],
  resourceControlPolicies: [],
} satisfies Partial<Simulation>;

/** A boundary that no stack makes allows nothing, and so fails what the role is there for. */
const boundaryOf = ({ role: { boundary }, policies }: Caller, action: string) =>
  boundary === ""
    ? {}
    : {
        permissionBoundaryPolicies: [
          {
            name: boundary,
            policy: statementsAbout(action, JSON.parse(policies[boundary] ?? NOTHING) as Json),
          },
        ],
      };

const NOTHING = JSON.stringify({ Version: "2012-10-17", Statement: [] });

const policiesOf = ({ role, managedPolicies }: Caller): Simulation["identityPolicies"] => [
  ...Object.entries(role.policies).map(([name, text]) => ({ name, policy: JSON.parse(text) as Json })),
  ...role.managedPolicies.flatMap((arn) => {
    const policy = managedPolicies[arn];
    return policy === undefined ? [] : [{ name: arn, policy }];
  }),
];

const accountOf = (arn: string): string | undefined => /^(?:[^:]*:){4}(\d{12}):/.exec(arn)?.[1];

const copied = (when: NonNullable<Requests["when"]>): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(when).map(([key, value]) => [key, typeof value === "string" ? value : [...value]]),
  );
