/**
 * Loaded before the program and before its reader thread: compiled code is kept between two starts, and with it what is left
 * of each file when its types are gone. JavaScript, since the first file with types would load the compiler: 17 MB for good.
 */
import { enableCompileCache } from "node:module";

enableCompileCache();
