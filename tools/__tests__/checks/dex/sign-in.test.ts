import { expect, test } from "vitest";
import { signInsOf } from "../../../checks/dex/sign-in";

const CONFIG = {
  issuer: "https://dex.example.org",
  storage: { type: "kubernetes", config: { inCluster: true } },
  staticClients: [
    {
      name: "grafana",
      idEnv: "GRAFANA_CLIENT_ID",
      secretEnv: "GRAFANA_CLIENT_SECRET",
      redirectURIs: ["https://grafana.example.org/login"],
    },
  ],
};

const VARIABLES = [
  { name: "GRAFANA_CLIENT_ID", valueFrom: { secretKeyRef: { name: "dex-client-grafana", key: "clientID" } } },
  { name: "PASSWORD", valueFrom: { secretKeyRef: { name: "dex-administrator", key: "hash" } } },
];

/** A stack with a release of Dex beside another one. */
function stack(config: object = CONFIG) {
  const values = { config, envVars: VARIABLES, ingress: { hosts: [{ host: "dex.example.org" }] } };
  const release = (name: string, given: object) => ({ chart: name, name, values: [JSON.stringify(given)] });
  const json = { resource: { helm_release: { a: release("dex", values), b: release("loki", {}) } } };
  return { id: "cluster-services-test", folder: "", json };
}

test("takes Dex's configuration as it is, but keeps nothing in a cluster", () => {
  const [signIn] = signInsOf([stack()]);

  expect(signIn!.config).toEqual({ ...CONFIG, storage: { type: "memory" } });
  expect(signIn).toMatchObject({ stack: "cluster-services-test", host: "dex.example.org" });
});

test("makes up the credentials that the release gives to Dex, and no others", () => {
  const [signIn] = signInsOf([stack()]);

  expect(Object.keys(signIn!.variables)).toEqual(["GRAFANA_CLIENT_ID", "PASSWORD"]);
  expect(signIn!.variables.PASSWORD).toMatch(/^\$2a\$10\$/);
});

test("knows each client by the credentials that Dex has for it", () => {
  const [signIn] = signInsOf([stack()]);

  expect(signIn!.clients).toEqual([
    {
      name: "grafana",
      id: signIn!.variables.GRAFANA_CLIENT_ID,
      // Nothing sets GRAFANA_CLIENT_SECRET.
      secret: "",
      redirectUri: "https://grafana.example.org/login",
    },
  ]);
});

test("knows a program by the name that it has for everybody", () => {
  const program = { name: "argocd", id: "argo-cd-cli", redirectURIs: ["http://localhost/back"] };
  const [signIn] = signInsOf([stack({ ...CONFIG, staticClients: [program] })]);

  expect(signIn!.clients).toEqual([
    { name: "argocd", id: "argo-cd-cli", secret: "", redirectUri: "http://localhost/back" },
  ]);
});

test("finds nothing where there is no Dex", () => {
  expect(signInsOf([{ id: "vpc-test", folder: "", json: {} }])).toEqual([]);
});
