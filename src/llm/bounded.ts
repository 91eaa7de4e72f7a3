/** The fetch that the client uses: no redirect takes the key elsewhere, and no answer is longer than one can be. */

/** Of one answer, decoded. The longest that we ask for is some 20 KB. */
export const answerBytesMax = 1_000_000;

export const boundedFetch: typeof globalThis.fetch = async (input, init) => {
  const answer = await globalThis.fetch(input, { ...init, redirect: "error" });
  if (!answer.body) return answer;
  let left = answerBytesMax;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      if (left < 0) controller.error(new Error(`The answer is longer than ${answerBytesMax} bytes.`));
      else controller.enqueue(chunk);
    },
  });
  return new Response(answer.body.pipeThrough(counted), {
    status: answer.status,
    statusText: answer.statusText,
    headers: answer.headers,
  });
};
