#!/usr/bin/env bash
# batching.invalid-elements: An invalid element of a batch gets its own error
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"} ${EVENTS:+"$EVENTS"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-03-26: recommendation not followed
# Expected: an error for the invalid element and a result for the ping
# Seen: a batch with 1 requests: POST answered 400 application/json with 0 results and an error

# Exchange 404, seen in the run: POST answered 200 application/json
printf '\n== exchange 404 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '{"jsonrpc":"2.0","id":2,"method":"ping"}' \
  "$URL"

# Exchange 407, seen in the run: POST answered 200 application/json
printf '\n== exchange 407 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '[{"jsonrpc":"2.0","id":"touchstone-54d91792-aeb5-4cd0-8495-a80f3d349163","method":"ping"},{"jsonrpc":"2.0","id":"touchstone-b8eaaf18-8e15-4677-b9b8-1d54d12699d5","method":"ping"}]' \
  "$URL"

# Exchange 438, seen in the run: POST answered 400 application/json
printf '\n== exchange 438 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '[1,{"jsonrpc":"2.0","id":"touchstone-34c035d5-6c8e-4a8b-b1b3-aa0ed08cdaa0","method":"ping"}]' \
  "$URL"
