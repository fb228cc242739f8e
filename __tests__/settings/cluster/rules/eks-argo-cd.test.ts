import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";

const GROUP = "a1b2c3d4-5678-4abc-8def-0123456789ab";
const OTHER = "0123456789-b2c3d4e5-6789-4bcd-8efa-123456789abc";

const ARGO_CD = {
  identityCenter: { instanceArn: "arn:aws:sso:::instance/ssoins-0123456789abcdef" },
  admins: [GROUP],
};

/** Settings without which another program than our Argo CD could not deliver in the environment of the tests. */
const WITHOUT_ARGO = { reloader: { installedBy: "terraform" } } as const;

const problemsOf = (argoCd: object | false) =>
  problemsWith({
    cluster: { gitops: "eks-argo-cd", eksCapabilities: { argoCd } },
    addons: WITHOUT_ARGO,
  });

const AT = "production clusters.govuk.eksCapabilities.argoCd";

describe("the Argo CD that EKS runs", () => {
  it("delivers without ours, its workflows and Flux", () => {
    expect(problemsOf(ARGO_CD)).toEqual([]);
    expect(
      problemsOf({
        ...ARGO_CD,
        identityCenter: { ...ARGO_CD.identityCenter, region: "eu-west-2" },
        viewers: [OTHER],
        endpoints: ["vpce-0a1b2c3d4e5f67890"],
      }),
    ).toEqual([]);
  });

  const settings = { argoCd: { bannerColour: "#d4351c" }, flux: {}, eks: ARGO_CD } as const;
  const words = { "argo-cd": "argoCd", flux: "flux", "eks-argo-cd": "eks" } as const;

  it.each(
    (Object.keys(words) as (keyof typeof words)[]).flatMap((gitops) =>
      (Object.keys(settings) as (keyof typeof settings)[]).map((program) => [gitops, program] as const),
    ),
  )("stands alone, as every program does: gitops %s with settings of %s", (gitops, program) => {
    const isEks = program === "eks" || gitops === "eks-argo-cd";
    const problems = problemsWith({
      cluster: {
        gitops,
        ...(isEks && { eksCapabilities: { argoCd: ARGO_CD } }),
      },
      addons: {
        ...(gitops !== "argo-cd" && WITHOUT_ARGO),
        ...(program !== "eks" && { [program]: settings[program] }),
      },
    });
    const path = program === "eks" ? "eksCapabilities.argoCd" : `addons.${program}`;
    const fitting = words[gitops] === program;

    expect(
      problems.filter((text) => text.includes("two programs")).map((text) => text.split(":")[0]),
    ).toEqual(fitting ? [] : [`production clusters.govuk.${path}`]);
  });

  it("is there where it should deliver", () => {
    expect(problemsOf(false)).toEqual([
      `${AT}: expected settings, since gitops is "eks-argo-cd", got false; name the instance of Identity Center and a group of admins, or leave gitops out`,
    ]);
  });

  it("installs no add-on in Terraform's place", () => {
    expect(
      problemsWith({
        cluster: { gitops: "eks-argo-cd", eksCapabilities: { argoCd: ARGO_CD } },
        addons: { reloader: { installedBy: "argo-cd" } },
      })[0],
    ).toContain("argoCd on, since reloader needs it for installing it");
  });

  it("has a person who may change it", () => {
    expect(problemsOf({ ...ARGO_CD, admins: [] })).toEqual([
      `${AT}.admins: expected at least one group, got none; name one: no person could change it`,
    ]);
  });

  it.each([
    [
      "an instance by its id",
      { identityCenter: { instanceArn: "ssoins-0123456789abcdef" } },
      `${AT}.identityCenter.instanceArn: expected an instance such as arn:aws:sso:::instance/ssoins-1234567890abcdef, got "ssoins-0123456789abcdef"; copy it: aws sso-admin list-instances`,
    ],
    [
      "a region that is none",
      { identityCenter: { ...ARGO_CD.identityCenter, region: "Ireland" } },
      `${AT}.identityCenter.region: expected a region such as "eu-central-1", got "Ireland"; leave it out where it is the cluster's`,
    ],
    [
      "a group by its name",
      { viewers: ["everyone"] },
      `${AT}.viewers[0]: expected the id of a group in Identity Center, got "everyone"; copy it: aws identitystore list-groups; names are not taken`,
    ],
    [
      "a group twice",
      { editors: [GROUP] },
      `${AT}.editors[0]: expected each group once, got "${GROUP}"; leave it where it may do most`,
    ],
    [
      "an endpoint that is none",
      { endpoints: ["eks-capabilities"] },
      `${AT}.endpoints[0]: expected the id of an endpoint such as vpce-0a1b2c3d4e5f67890, got "eks-capabilities"; make one for com.amazonaws.<region>.eks-capabilities`,
    ],
  ])("may not have %s", (_, differences, message) => {
    expect(problemsOf({ ...ARGO_CD, ...differences })).toEqual([message]);
  });

  it("has as many groups as EKS maps", () => {
    const viewers = Array.from(
      { length: 1_000 },
      (_, index) => `${String(index).padStart(8, "0")}-6789-4bcd-8efa-123456789abc`,
    );
    expect(problemsOf({ ...ARGO_CD, viewers })).toEqual([
      `${AT}: expected 1000 groups at most, got 1001; join groups`,
    ]);
  });
});
