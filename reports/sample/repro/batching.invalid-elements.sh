#!/usr/bin/env bash
# batching.invalid-elements: An invalid element of a batch gets its own error
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-03-26: recommendation not followed
# Expected: an error for the invalid element and a result for the ping
# Seen: a batch with 1 requests: POST answered 400 application/json with 0 results and an error

# Exchange 624, seen in the run: POST answered 200 application/json
printf '\n== exchange 624 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '{"jsonrpc":"2.0","id":2,"method":"ping"}' \
  "$URL"

# Exchange 630, seen in the run: POST answered 200 application/json
printf '\n== exchange 630 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '[{"jsonrpc":"2.0","id":"touchstone-ee60ccfa-deec-49f0-831f-be38e4b8c792","method":"ping"},{"jsonrpc":"2.0","id":"touchstone-e7bcdb07-8465-4706-aadb-d3ba0d2a926e","method":"ping"}]' \
  "$URL"

# Exchange 799, seen in the run: POST answered 400 application/json
printf '\n== exchange 799 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '[1,{"jsonrpc":"2.0","id":"touchstone-7a0e4005-d8f8-485e-8a09-fda724897cf4","method":"ping"}]' \
  "$URL"
