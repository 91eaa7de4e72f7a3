/** Tests against stand-ins that others wrote; each starts servers and a process, so they run one file at a time. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/peers/**/*.test.ts"],
    setupFiles: ["tests/loopback-only.ts", "tests/peers/loopback-listen.ts"],
    reporters: ["default", "./tests/closing-line.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
