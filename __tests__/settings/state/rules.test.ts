import { describe, expect, it } from "vitest";
import { problemsWith } from "../../support/environments";

const stack = "cluster-infrastructure";

const problemsOfMoves = (...moves: { from: string; to: string; stack?: string }[]) =>
  problemsWith({ state: { moved: moves.map((move) => ({ stack, ...move })) } });

const problemsOfImport = (imported: object) =>
  problemsWith({
    state: { imported: [{ stack, address: "aws_eks_cluster.cluster", id: "govuk", ...imported }] },
  });

describe("moves", () => {
  it.each([
    ["aws_subnet.old", "aws_subnet.new"],
    ["module.network.aws_subnet.public[0]", "aws_subnet.network_public-a"],
    ['module.a["x"].module.b[1].aws_subnet.s["eu-west-1a"]', 'aws_subnet.s["a.b/c"]'],
    ["module.logs", "module.load-balancer-logs_bucket"],
    ["null_resource.wait", "terraform_data.wait"],
  ])("lead from %s to %s", (from, to) => {
    expect(problemsOfMoves({ from, to })).toEqual([]);
  });

  it("may lead on where another ends, for states of different age", () => {
    expect(
      problemsOfMoves(
        { from: "aws_subnet.b", to: "aws_subnet.c" },
        { from: "aws_subnet.a", to: "aws_subnet.b" },
      ),
    ).toEqual([]);
  });

  it("are refused in a stack that nobody has", () => {
    expect(
      problemsOfMoves({ stack: "cluster-infrastucture", from: "aws_subnet.a", to: "aws_subnet.b" }),
    ).toEqual([
      'production state.moved[0].stack: expected one of "ecr", "vpc", "root-dns", "cluster-infrastructure", "cluster-access", "cluster-services", "external-services", "tfc-aws-config", "terraform-state", got "cluster-infrastucture"; did you mean "cluster-infrastructure"?',
    ]);
  });

  it("are refused in a stack that this environment does without", () => {
    const state = {
      moved: [{ stack: "vpc", from: "aws_vpc.a", to: "aws_vpc.b" }],
      imported: [{ stack: "vpc", address: "aws_vpc.vpc", id: "vpc-1" }],
    };
    const existing = {
      id: "vpc-0123456789abcdef0",
      cidr: "10.13.0.0/16",
      internetGatewayId: "igw-0123456789abcdef0",
      privateSubnetIds: {},
      privateRouteTableIds: [],
    };

    expect(
      problemsWith({
        backend: { type: "local" },
        grafanaDatabase: false,
        workflowsDatabase: false,
        network: { vpc: { existing } },
        state,
      }),
    ).toEqual([
      'production state.moved[0].stack: expected one of ecr, root-dns, cluster-infrastructure, cluster-access, cluster-services, external-services, got "vpc"; this environment has no such stack',
      'production state.imported[0].stack: expected one of ecr, root-dns, cluster-infrastructure, cluster-access, cluster-services, external-services, got "vpc"; this environment has no such stack',
    ]);
  });

  it.each([
    "",
    "subnet",
    "aws_subnet",
    "aws_subnet.",
    "data.aws_subnet.a",
    "${aws_subnet.a}",
    "aws_subnet.a.id",
  ])('are refused from "%s"', (from) => {
    expect(problemsOfMoves({ from, to: "aws_subnet.b" })).toEqual([
      `production state.moved[0].from: expected the address of a resource such as "aws_subnet.network_public-a" or of a module such as "module.load-balancer-logs_bucket", got "${from}"; docs/state.md has examples`,
    ]);
  });

  it.each(["module.b", "aws_subnet.b[c]", "data.aws_subnet.b"])(
    'are refused from a resource to "%s"',
    (to) => {
      expect(problemsOfMoves({ from: "aws_subnet.a", to })).toEqual([
        `production state.moved[0].to: expected the address of a resource such as "aws_subnet.network_public-a", got "${to}"; docs/state.md has examples`,
      ]);
    },
  );

  it("are refused from a module to a resource", () => {
    expect(problemsOfMoves({ from: "module.a", to: "aws_subnet.a" })).toEqual([
      'production state.moved[0].to: expected the address of a module, as from is, got "aws_subnet.a"; docs/state.md has examples',
    ]);
  });

  it("are refused from one address to two, and from two to one", () => {
    expect(
      problemsOfMoves(
        { from: "aws_subnet.a", to: "aws_subnet.c" },
        { from: "aws_subnet.a", to: "aws_subnet.d" },
        { from: "aws_subnet.b", to: "aws_subnet.c" },
        { stack: "vpc", from: "aws_subnet.a", to: "aws_subnet.c" },
      ),
    ).toEqual([
      'production state.moved[1].from: expected an address that is moved once, got "aws_subnet.a" a second time; remove one of the two',
      'production state.moved[2].to: expected an address that one resource is moved to, got "aws_subnet.c" a second time; remove one of the two',
    ]);
  });

  it("are refused from an address to itself", () => {
    expect(problemsOfMoves({ from: "aws_subnet.a", to: "aws_subnet.a" })).toEqual([
      'production state.moved[0].to: expected moves that come to an end, got "aws_subnet.a" → "aws_subnet.a"; remove one of them; two resources that change places need a third address',
    ]);
  });

  it("are refused in a circle, which is told once", () => {
    expect(
      problemsOfMoves(
        { from: "aws_subnet.start", to: "aws_subnet.a" },
        { from: "aws_subnet.b", to: "aws_subnet.c" },
        { from: "aws_subnet.c", to: "aws_subnet.b" },
      ),
    ).toEqual([
      'production state.moved[1].to: expected moves that come to an end, got "aws_subnet.b" → "aws_subnet.c" → "aws_subnet.b"; remove one of them; two resources that change places need a third address',
    ]);
  });
});

describe("imports", () => {
  it.each(["module.a", "data.aws_eks_cluster.a", "cluster"])('are refused into "%s"', (address) => {
    expect(problemsOfImport({ address })).toEqual([
      `production state.imported[0].address: expected the address of a resource such as "aws_subnet.network_public-a", got "${address}"; docs/state.md has examples`,
    ]);
  });

  it.each(["kubernetes_config_map_v1_data.aws-auth_config-map", "kubernetes_annotations.default-class"])(
    "are refused of %s, which takes over the existing when it is made",
    (address) => {
      expect(problemsOfImport({ stack: "cluster-access", address })).toEqual([
        `production state.imported[0].address: expected a resource that can be imported, got "${address}"; remove it: this one takes over what exists when it is made`,
      ]);
    },
  );

  it("are refused without an id", () => {
    expect(problemsOfImport({ id: " " })).toEqual([
      'production state.imported[0].id: expected what the provider calls the resource, got " "; docs/state.md has examples',
    ]);
  });

  it("are refused into one address twice", () => {
    const zone = { stack: "root-dns", address: "aws_route53_zone.zones_external" };

    expect(
      problemsWith({
        state: {
          imported: [
            { ...zone, id: "Z1" },
            { ...zone, id: "Z2" },
          ],
        },
      }),
    ).toEqual([
      'production state.imported[1].address: expected an address that is imported once, got "aws_route53_zone.zones_external" a second time; remove one of the two',
    ]);
  });
});

describe("removals", () => {
  const problemsOfRemovals = (...from: string[]) =>
    problemsWith({ state: { removed: from.map((each) => ({ stack, from: each })) } });

  it.each(["aws_launch_template.old", "module.eks.module.group.aws_eks_node_group.this", "module.renovate"])(
    "take %s out of the state",
    (from) => {
      expect(problemsOfRemovals(from)).toEqual([]);
    },
  );

  it.each(['aws_subnet.old["a"]', "module.a[0].aws_subnet.old", "data.aws_vpc.vpc", ""])(
    "are refused of %o, which is no whole resource",
    (from) => {
      expect(problemsOfRemovals(from)).toEqual([
        `production state.removed[0].from: expected an address without keys such as "module.eks.aws_launch_template.this", got ${JSON.stringify(from)}; docs/state.md has examples`,
      ]);
    },
  );

  it("are refused of one address twice", () => {
    expect(problemsOfRemovals("aws_subnet.old", "aws_subnet.old")).toEqual([
      'production state.removed[1].from: expected an address that is removed once, got "aws_subnet.old" a second time; remove one of the two',
    ]);
  });
});
