import { defineConfig } from "vitest/config";

/** Values in, values out: these test files share the modules that they load, which halves what they cost. */
const sharing = "core|commands|config|pipeline|platforms|quality|stories";
/** It exchanges the timers of the process. */
const serve = "tests/platforms/serve.test.ts";

export default defineConfig({
  test: {
    setupFiles: ["tests/loopback-only.ts"],
    reporters: ["default", "./tests/closing-line.ts"],
    testTimeout: 60_000,
    // Vitest leaves one core free, which is half of a small machine.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: { name: "sharing", include: [`tests/@(${sharing})/**/*.test.ts`], exclude: [serve], isolate: false },
      },
      {
        extends: true,
        test: { name: "apart", include: ["tests/*.test.ts", `tests/!(peers|${sharing})/**/*.test.ts`, serve] },
      },
    ],
  },
});
