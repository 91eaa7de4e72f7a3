/** Tests against stand-ins that others wrote; each starts servers and processes, and mostly waits for them. */
import { defineConfig } from "vitest/config";
import { patienceMs } from "./patience.ts";

export default defineConfig({
  test: {
    include: ["tests/peers/**/*.test.ts"],
    setupFiles: ["tests/loopback-only.ts", "tests/peers/loopback-listen.ts"],
    reporters: ["default", "./tests/closing-line.ts"],
    maxWorkers: "100%",
    expect: { poll: { timeout: patienceMs, interval: 25 } },
    testTimeout: 3 * patienceMs,
    hookTimeout: patienceMs,
  },
});
