-- A partner of its own for each request, under an idempotency key of its own.
local counter = 0
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  run = args[1]
  key = args[2]
end

function request()
  counter = counter + 1
  local name = run .. "-" .. number .. "-" .. counter
  return wrk.format("POST", nil, {
    ["Authorization"] = "Bearer " .. key,
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = name,
  }, '{"companyName":"' .. name .. '","primaryEmail":"bench@example.org"}')
end
