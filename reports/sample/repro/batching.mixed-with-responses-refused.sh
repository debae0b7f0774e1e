#!/usr/bin/env bash
# batching.mixed-with-responses-refused: A batch of requests and responses is refused
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"} ${EVENTS:+"$EVENTS"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-03-26: recommendation not followed
# Expected: an error or an error status
# Seen: with a response in it, a batch with 1 requests: POST answered 200 application/json with 1 results

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

# Exchange 412, seen in the run: POST answered 200 application/json
printf '\n== exchange 412 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '[{"jsonrpc":"2.0","id":"touchstone-979a5ce6-a8c1-47c1-8083-067e6b54177f","method":"ping"},{"jsonrpc":"2.0","id":"touchstone-never-asked","result":{}}]' \
  "$URL"
