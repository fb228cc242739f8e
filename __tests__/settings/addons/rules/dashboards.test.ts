import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";

describe("addons.grafana.replicas", () => {
  it.each([1, 2, 9])("may be %d with a database", (replicas) => {
    expect(problemsWith({ addons: { grafana: { replicas } } })).toEqual([]);
  });

  it.each([0, 1.5, 10])("may not be %d", (replicas) => {
    expect(problemsWith({ addons: { grafana: { replicas } } })).toEqual([
      `production clusters.govuk.addons.grafana.replicas: expected a whole number from 1 to 9, got ${replicas}; switch Grafana off ` +
        "with false instead of running none of it",
    ]);
  });

  it("is one without a database, unless somebody says otherwise", () => {
    expect(problemsWith({ grafanaDatabase: false })).toEqual([]);
    expect(problemsWith({ grafanaDatabase: false, addons: { grafana: { replicas: 2 } } })).toEqual([
      "production clusters.govuk.addons.grafana.replicas: expected 1, since grafanaDatabase is false, got 2; let it have a " +
        "database, or run it once: replicas without one would each know other users",
    ]);
  });
});

describe("grafanaDatabase", () => {
  it("is replaced by a volume, which needs a driver", () => {
    expect(problemsWith({ grafanaDatabase: false, addons: { ebsCsiDriver: false } })).toContain(
      "production clusters.govuk.addons.ebsCsiDriver: expected ebsCsiDriver on, since grafana without a database needs it for its " +
        "volume, got false; switch ebsCsiDriver on, or grafana off as well",
    );
  });
});

describe("addons.tempo.retentionDays", () => {
  it.each([1, 30, 365])("may be %d", (retentionDays) => {
    expect(problemsWith({ addons: { tempo: { retentionDays } } })).toEqual([]);
  });

  it.each([0, 0.5, 366])("may not be %d", (retentionDays) => {
    expect(problemsWith({ addons: { tempo: { retentionDays } } })).toEqual([
      `production clusters.govuk.addons.tempo.retentionDays: expected a whole number of days from 1 to 365, got ${retentionDays}; ` +
        "traces tell of last week's requests; keep metrics for longer",
    ]);
  });
});
