#!/usr/bin/env bash
# jsonrpc.error.message-concise: An error message is one concise sentence
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-11-25: recommendation not followed
# Expected: an error.message of one line and at most 300 characters
# Seen: the answer to tools/call (exchange 479): 11 lines and 183 characters that begin with [; the answer to tools/call (exchange 484): 11 lines and 180 characters that begin with [; the answer to tools/call (exchange 487): 11 lines and 185 characters that begin with [

# Exchange 479, seen in the run: POST answered 200 application/json
printf '\n== exchange 479 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{}}' \
  "$URL"

# Exchange 484, seen in the run: POST answered 200 application/json
printf '\n== exchange 484 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":5}}' \
  "$URL"

# Exchange 487, seen in the run: POST answered 200 application/json
printf '\n== exchange 487 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"generate_area_chart","arguments":"x"}}' \
  "$URL"

# Revision 2025-06-18: recommendation not followed
# Expected: an error.message of one line and at most 300 characters
# Seen: the answer to tools/call (exchange 512): 11 lines and 183 characters that begin with [; the answer to tools/call (exchange 513): 11 lines and 180 characters that begin with [; the answer to tools/call (exchange 515): 11 lines and 185 characters that begin with [

# Exchange 512, seen in the run: POST answered 200 application/json
printf '\n== exchange 512 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-06-18' \
  --data-raw '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{}}' \
  "$URL"

# Exchange 513, seen in the run: POST answered 200 application/json
printf '\n== exchange 513 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-06-18' \
  --data-raw '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":5}}' \
  "$URL"

# Exchange 515, seen in the run: POST answered 200 application/json
printf '\n== exchange 515 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-06-18' \
  --data-raw '{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"generate_area_chart","arguments":"x"}}' \
  "$URL"

# Revision 2025-03-26: recommendation not followed
# Expected: an error.message of one line and at most 300 characters
# Seen: the answer to tools/call (exchange 550): 11 lines and 183 characters that begin with [; the answer to tools/call (exchange 556): 11 lines and 180 characters that begin with [; the answer to tools/call (exchange 559): 11 lines and 185 characters that begin with [

# Exchange 550, seen in the run: POST answered 200 application/json
printf '\n== exchange 550 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{}}' \
  "$URL"

# Exchange 556, seen in the run: POST answered 200 application/json
printf '\n== exchange 556 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":5}}' \
  "$URL"

# Exchange 559, seen in the run: POST answered 200 application/json
printf '\n== exchange 559 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"generate_area_chart","arguments":"x"}}' \
  "$URL"
