import { rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { isFresh } from "../../../operate/plan/freshness";
import { Checkout } from "../../../../__tests__/support/checkout";

let checkout: Checkout;

beforeEach(() => {
  checkout = new Checkout({});
  checkout.write("src/addons/dex/dex.ts", "");
  checkout.synthesise();
  setTime("cdktf.out/manifest.json", "2026-01-02");
  [
    "src/addons/dex/dex.ts",
    "src/addons/dex",
    "src/addons",
    "src",
    "package.json",
    "package-lock.json",
  ].forEach((file) => setTime(file, "2026-01-01"));
});

const setTime = (file: string, day: string) =>
  utimesSync(join(checkout.folder, file), new Date(day), new Date(day));

const fresh = () => isFresh(checkout.folder, join(checkout.folder, "cdktf.out"));

it("is fresh while nothing has changed since", () => {
  expect(fresh()).toBe(true);
});

it("is never fresh for the platform of another folder", () => {
  vi.stubEnv("PLATFORM_FOLDER", "examples/river-authority");
  onTestFinished(() => void vi.unstubAllEnvs());

  expect(fresh()).toBe(false);
});

it.each(["src/addons/dex/dex.ts", "package-lock.json"])("is stale once %s has changed", (file) => {
  setTime(file, "2026-01-03");

  expect(fresh()).toBe(false);
});

it("is stale once a source is gone", () => {
  rmSync(join(checkout.folder, "src/addons/dex/dex.ts"));

  expect(fresh()).toBe(false);
});

it("is stale where there was no synth", () => {
  rmSync(join(checkout.folder, "cdktf.out"), { recursive: true });

  expect(fresh()).toBe(false);
});
