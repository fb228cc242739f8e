import { matches } from "../../checking/matches";
import { type Path, problem, show } from "../../checking/problem";
import type { EksArgoCdSettings } from "../eks-capabilities";
import type { OfCluster } from "./of-cluster";

const ARGO_CD: Path = ["eksCapabilities", "argoCd"];

/** Id of a group in the directory of Identity Center. */
const GROUP = /^(?:[0-9a-f]{10}-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Most users and groups that EKS maps to roles of one Argo CD. */
const MOST_GROUPS = 1_000;

/** Refuses the Argo CD of EKS where another program delivers, and its absence where it should. */
export function eksArgoCdDeliversAlone({ cluster: { gitops, eksCapabilities } }: OfCluster): string[] {
  const isOn = eksCapabilities.argoCd !== false;
  if (isOn === (gitops === "eks-argo-cd")) {
    return [];
  }
  return [
    isOn
      ? problem(
          ARGO_CD,
          `false, since gitops is ${show(gitops)}`,
          "settings",
          'leave it out, or write gitops: "eks-argo-cd": two programs would undo each other\'s changes',
        )
      : problem(
          ARGO_CD,
          'settings, since gitops is "eks-argo-cd"',
          "false",
          "name the instance of Identity Center and a group of admins, or leave gitops out",
        ),
  ];
}

/** Refuses an Argo CD of EKS to which no person could sign in, and ids in another form than AWS's. */
export const eksArgoCdHasPeople = ({ cluster: { eksCapabilities } }: OfCluster): string[] =>
  eksCapabilities.argoCd === false ? [] : problemsOfPeople(eksCapabilities.argoCd);

function problemsOfPeople({
  identityCenter: { instanceArn, region },
  admins,
  editors = [],
  viewers = [],
  endpoints = [],
}: EksArgoCdSettings): string[] {
  const all = Object.entries({ admins, editors, viewers }).flatMap(([role, groups]) =>
    groups.map((group, index) => ({ group, path: [...ARGO_CD, role, index] })),
  );
  return [
    ...matches(
      instanceArn,
      /^arn:aws:sso:::instance\/(?:sso)?ins-[0-9a-zA-Z]{16}$/,
      [...ARGO_CD, "identityCenter", "instanceArn"],
      "an instance such as arn:aws:sso:::instance/ssoins-1234567890abcdef",
      "copy it: aws sso-admin list-instances",
    ),
    ...(region === undefined
      ? []
      : matches(
          region,
          /^[a-z]{2}(?:-[a-z]+)+-\d$/,
          [...ARGO_CD, "identityCenter", "region"],
          'a region such as "eu-central-1"',
          "leave it out where it is the cluster's",
        )),
    ...(admins.length > 0
      ? []
      : [
          problem(
            [...ARGO_CD, "admins"],
            "at least one group",
            "none",
            "name one: no person could change it",
          ),
        ]),
    ...(all.length <= MOST_GROUPS
      ? []
      : [problem(ARGO_CD, `${MOST_GROUPS} groups at most`, String(all.length), "join groups")]),
    ...all.flatMap(({ group, path }) =>
      matches(
        group,
        GROUP,
        path,
        "the id of a group in Identity Center",
        "copy it: aws identitystore list-groups; names are not taken",
      ),
    ),
    ...all.flatMap(({ group, path }, index) =>
      all.findIndex((other) => other.group === group) === index
        ? []
        : [problem(path, "each group once", show(group), "leave it where it may do most")],
    ),
    ...endpoints.flatMap((endpoint, index) =>
      matches(
        endpoint,
        /^vpce-[0-9a-f]{8,17}$/,
        [...ARGO_CD, "endpoints", index],
        "the id of an endpoint such as vpce-0a1b2c3d4e5f67890",
        "make one for com.amazonaws.<region>.eks-capabilities",
      ),
    ),
  ];
}
