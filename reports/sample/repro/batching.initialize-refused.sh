#!/usr/bin/env bash
# batching.initialize-refused: initialize is not served in a batch
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"} ${EVENTS:+"$EVENTS"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-03-26: recommendation not followed
# Expected: a batch of initialize alone: no result of initialize
# Seen: a batch of initialize alone: POST answered 200 application/json

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

# Exchange 416, seen in the run: POST answered 200 application/json
printf '\n== exchange 416 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '[{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-03-26","capabilities":{},"clientInfo":{"name":"touchstone","version":"1.0.0"}}}]' \
  "$URL"

# Exchange 417, seen in the run: POST answered 400 application/json
printf '\n== exchange 417 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '[{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-03-26","capabilities":{},"clientInfo":{"name":"touchstone","version":"1.0.0"}}},{"jsonrpc":"2.0","id":"touchstone-1c6eafdd-a09a-4e48-b29f-683722e2c9cd","method":"ping"}]' \
  "$URL"
