// SPDX-License-Identifier: Apache-2.0
#include <new>
#include <span>

#include "sim/command/commands.h"
#include "sim/command/interrupt.h"
#include "tandem/store.h"

namespace tandem {

namespace {

ExitCode command(const Answer& answer, const Console& console) {
  if (answer.code == kDone) {
    console.put(answer.text);
  } else {
    console.say(answer.text);
  }
  return answer.code;
}

ExitCode tell(const Console& console, ExitCode code, const std::string& message) {
  console.say("tandem: " + message + "\n");
  return code;
}

/// Every way a command can end, as a code for the shell.
ExitCode carry_out(const Request& request, const Console& console) {
  try {
    const ExitCode code =
        std::visit([&](const auto& options) { return command(options, console); }, request);
    console.flush();
    return code;
  } catch (const ReaderGone&) {
    return kDone;
  } catch (const Mistakes& mistakes) {
    console.say(mistakes.what());
    return kBadInput;
  } catch (const Failure& failure) {
    return tell(console, failure.code(), failure.what());
  } catch (const StoreError& error) {
    const bool refused = error.kind() == StoreError::Kind::refused;
    return tell(console, refused ? kBadInput : kFailed, error.what());
  } catch (const std::logic_error& fault) {
    return tell(console, kBrokenInvariant,
                std::string(fault.what()) +
                    "\nThis is a fault of the program. Please report it with the file.");
  } catch (const std::bad_alloc&) {
    return tell(console, kFailed, "out of memory");
  } catch (const std::exception& other) {
    return tell(console, kFailed, other.what());
  }
}

}  // namespace

}  // namespace tandem

int main(int argc, char** argv) {
  tandem::install_signal_handlers();
  const tandem::Console console;
  const std::span<const char* const> all(argv, static_cast<std::size_t>(argc));
  return tandem::carry_out(tandem::read_arguments(all.subspan(argc > 0 ? 1 : 0)), console);
}
