#!/usr/bin/env bash
# jsonrpc.error.invalid-params: Missing params yield invalid params
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-11-25: violated
# Expected: error -32602
# Seen: initialize without protocolVersion: error -32603 "[[U+000A]  {[U+000A]    "expected": "string",[U+000A]    "code": "invalid_type",[U+000A]    "path": [[U+000A]      "params",[U+000A]      "protocolVersion"[U+000A]    ],…"

# Exchange 113, seen in the run: POST answered 200 application/json
printf '\n== exchange 113 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{},"clientInfo":{"name":"touchstone","version":"1.0.0"}}}' \
  "$URL"
