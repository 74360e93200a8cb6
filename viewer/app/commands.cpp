// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <sstream>

#include "viewer/app/app.h"
#include "viewer/app/files.h"
#include "viewer/panels/panels.h"

namespace tandem::viewer {

namespace {

using View = std::string_view;

View trimmed(View text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
    text.remove_suffix(1);
  return text;
}

View first_word(View& rest) {
  rest = trimmed(rest);
  const auto end = rest.find(' ');
  const View word = rest.substr(0, end);
  rest = end == View::npos ? View() : trimmed(rest.substr(end));
  return word;
}

std::optional<double> number_of(View text) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<bool> on_off(View text) {
  if (text == "on") return true;
  if (text == "off") return false;
  return std::nullopt;
}

std::string expected(View what) { return "expected: " + std::string(what); }

}  // namespace

/// Commands reach into the App through this.
struct App::Actions {
  static std::string first_of(const Faults& faults) {
    if (faults.empty()) return "it does not work";
    const Fault& fault = faults.front();
    std::string out = fault.message;
    if (!fault.expected.empty()) out += " (expected: " + fault.expected + ")";
    if (!fault.nearest.empty()) out += "; did you mean " + fault.nearest + "?";
    return out;
  }

  static std::string move(App& app, View rest, int sign) {
    const auto n = number_of(first_word(rest));
    const View unit = first_word(rest);
    const CalendarView calendar = calendar_of(*app.session_.active().scenario);
    int days = 0;
    if (unit == "day" || unit == "days") days = 1;
    if (unit == "week" || unit == "weeks") days = calendar.week;
    if (unit == "month" || unit == "months") days = calendar.month;
    if (unit == "quarter" || unit == "quarters") days = calendar.quarter;
    if (!n || *n < 0 || *n != std::floor(*n) || *n > 1e6 || days == 0)
      return expected("N days|weeks|months|quarters");
    app.playing_ = false;
    app.go_to(app.ui_.day + sign * static_cast<int>(*n) * days);
    return {};
  }
  static std::string step(App& app, View rest) { return move(app, rest, 1); }
  static std::string back(App& app, View rest) { return move(app, rest, -1); }

  static std::string go(App& app, View rest) {
    if (rest == "start") return app.go_to(0), "";
    if (rest == "end") return app.go_to(app.session_.days()), "";
    if (first_word(rest) != "day") return expected("goto day N, goto start, goto end");
    const auto day = number_of(rest);
    if (!day || *day != std::floor(*day)) return expected("goto day N");
    app.go_to(static_cast<int>(std::clamp(*day, 0.0, 1e6)));
    return {};
  }

  static std::string jump(App& app, View kind, int sign) {
    const History* history = app.ui_.history();
    if (history == nullptr || !history->finished) return "the run is still being followed";
    for (int day = app.ui_.day + sign; day >= 0 && day <= history->days; day += sign) {
      for (std::size_t k = 0; k < kMarks; ++k) {
        const bool wanted = kind.empty() || kind == kind_of(static_cast<Mark>(k));
        // The most usual things are no stops of their own.
        const bool usual = kind.empty() && (k >= static_cast<std::size_t>(Mark::paid));
        if (wanted && !usual && history->marks[k][static_cast<std::size_t>(day)] > 0)
          return app.go_to(day), "";
      }
      for (const Remark& remark : app.ui_.remarks)
        if ((kind.empty() || kind == "note") && remark.day == day) return app.go_to(day), "";
    }
    return "there is none";
  }
  static std::string next(App& app, View rest) { return jump(app, rest, 1); }
  static std::string previous(App& app, View rest) { return jump(app, rest, -1); }

  static std::string play(App& app, View rest) {
    if (!rest.empty()) {
      const auto speed = number_of(rest);
      if (!speed || *speed <= 0 || *speed > 1000)
        return expected("play [DAYS A SECOND], 0.1 to 1000");
      app.speed_ = *speed;
    }
    if (app.ui_.day >= app.session_.days()) app.go_to(0);
    app.playing_ = true;
    app.owed_ = 0;
    return {};
  }
  static std::string speed(App& app, View rest) {
    const auto speed = rest == "up"     ? std::optional(std::min(app.speed_ * 2, 160.0))
                       : rest == "down" ? std::optional(std::max(app.speed_ / 2, 0.625))
                                        : number_of(rest);
    if (!speed || *speed < 0.1 || *speed > 1000)
      return expected("speed DAYS A SECOND, 0.1 to 1000; up or down");
    app.speed_ = *speed;
    return {};
  }
  static std::string zoom(App& app, View rest) {
    TimeLineView& view = app.ui_.memory.of<TimeLineView>();
    const double days = app.session_.days();
    if (rest == "all") return view = {}, "";
    if (rest != "in" && rest != "out" && rest != "left" && rest != "right")
      return expected("zoom in, out, left, right or all");
    if (view.last < view.first) view = {0, days};
    const double width = std::clamp((view.last - view.first) * (rest == "in"    ? 0.7
                                                                : rest == "out" ? 1.4
                                                                                : 1.0),
                                    10.0, days);
    // In and out about the cursor.
    double first = rest == "in" || rest == "out" ? app.ui_.day - width / 2 : view.first;
    if (rest == "left") first -= width / 4;
    if (rest == "right") first += width / 4;
    view.first = std::clamp(first, 0.0, days - width);
    view.last = view.first + width;
    return {};
  }
  static std::string pause(App& app, View) { return app.playing_ = false, ""; }
  static std::string toggle(App& app, View) {
    return app.playing_ ? pause(app, "") : play(app, "");
  }
  static std::string loop(App& app, View rest) {
    if (rest == "off") return app.loop_.reset(), "";
    const auto from = number_of(first_word(rest)), to = number_of(first_word(rest));
    if (!from || !to || !(*from < *to)) return expected("loop FROM TO, days; or loop off");
    app.loop_ = {static_cast<int>(*from), static_cast<int>(*to)};
    app.go_to(app.loop_->first);
    return {};
  }

  static std::string done(App& app, const Result<int>& result) {
    if (!result) return first_of(result.faults());
    // Another future runs beside the first.
    const Run* run = app.session_.find(result.value());
    if (run->edits.size() == run->inherited + 1) app.ui_.comparing = true;
    app.session_.activate(result.value());
    app.show();
    app.save_recovery();
    return {};
  }
  static std::string set(App& app, View rest) {
    return done(app, app.session_.set(app.session_.active().id, app.ui_.day, std::string(rest)));
  }
  static std::string change(App& app, View rest) {
    return done(
        app, app.session_.add(app.session_.active().id, app.ui_.day, "changes", std::string(rest)));
  }
  static std::string event(App& app, View rest) {
    return done(
        app, app.session_.add(app.session_.active().id, app.ui_.day, "events", std::string(rest)));
  }
  static std::string without(App& app, View rest) {
    // The journal of the whole run says whether there is such an event, and whether it can be undone.
    const std::string id(rest);
    const Run& run = app.session_.active();
    const auto followed = [&] {
      const History* history = app.ui_.history();
      return history != nullptr && history->finished && history->version == run.version;
    };
    if (!followed()) app.engine_.settle(true);
    app.take_pictures();
    if (!followed()) return "the run is still being followed";
    const Journal& journal = *app.ui_.history()->journal;
    const auto place = journal.find(id);
    if (!place) return "\"" + id + "\" is no event of this run";
    if (journal.entry(*place).undone.empty())
      return "\"" + id + "\" cannot be undone: it follows from others";
    // Always another run, beside the one with it.
    const int branch = app.session_.branch(run.id, journal.day(*place), "– " + id);
    app.ui_.comparing = true;
    return done(app, app.session_.leave_out(branch, journal.day(*place), id));
  }
  static std::string branch(App& app, View rest) {
    app.session_.branch(app.session_.active().id, app.ui_.day, std::string(rest));
    app.show();
    app.save_recovery();
    return {};
  }
  static std::string undo(App& app, View) {
    if (!app.session_.undo(app.session_.active().id)) return "there is nothing to undo";
    app.show();
    app.save_recovery();
    return {};
  }
  static std::string redo(App& app, View) {
    if (!app.session_.redo(app.session_.active().id)) return "there is nothing to redo";
    app.show();
    app.save_recovery();
    return {};
  }

  /// The run named by its place in the list of runs, from 1.
  static std::optional<int> run_of(App& app, View rest) {
    const auto place = number_of(rest);
    const auto& runs = app.session_.runs();
    if (!place || *place < 1 || *place > static_cast<double>(runs.size())) return std::nullopt;
    return runs[static_cast<std::size_t>(*place) - 1].id;
  }
  static std::string on_run(App& app, View rest, const std::function<bool(int)>& what) {
    const auto run = run_of(app, rest);
    if (!run)
      return expected("the number of a run, 1 to " + std::to_string(app.session_.runs().size()));
    if (!what(*run)) return "not with this run";
    app.show();
    return {};
  }
  static std::string active(App& app, View rest) {
    return on_run(app, rest, [&](int run) { return app.session_.activate(run), true; });
  }
  static std::string show_run(App& app, View rest) {
    return on_run(app, rest, [&](int run) { return app.session_.show(run); });
  }
  static std::string hide(App& app, View rest) {
    return on_run(app, rest, [&](int run) { return app.session_.hide(run); });
  }
  static std::string drop(App& app, View rest) {
    return on_run(app, rest, [&](int run) { return app.session_.drop(run); });
  }
  static std::string swap(App& app, View) { return app.session_.swap(), app.show(), ""; }

  static std::string open(App& app, View rest) {
    const auto panel = std::ranges::find(kPanels, first_word(rest));
    if (panel == kPanels.end())
      return expected(
          "lessons, floor, territories, pipeline, hours, compare, why, policies, plan or plots");
    const auto which = static_cast<Panel>(panel - kPanels.begin());
    const auto parts = parts_of(which);
    if (!rest.empty() && std::ranges::find(parts, rest, &PanelPart::id) == parts.end()) {
      std::string names;
      for (const PanelPart& part : parts)
        names += fmt::format("{}open {} {}", names.empty() ? "" : ", ", *panel, part.id);
      return expected(names.empty() ? fmt::format("open {}, which has no parts", *panel) : names);
    }
    app.ui_.panel = which;
    app.ui_.part = rest;
    return {};
  }
  static std::string file(App& app, View rest) {
    std::error_code none;
    if (!std::filesystem::is_regular_file(std::filesystem::path(rest), none))
      return std::string(rest) + ": there is no such file";
    app.options_.file = rest;
    app.options_.variants.clear();
    app.load();
    return {};
  }
  static std::string beside(App& app, View rest) {
    auto variants =
        load_variants(*app.session_.runs().front().origin, {std::filesystem::path(rest)});
    if (!variants) return first_of(variants.faults());
    const int run = app.session_.open(variants.value().front(), std::filesystem::path(rest));
    if (!app.session_.show(run)) return "four runs are shown already";
    app.ui_.comparing = true;
    app.show();
    return {};
  }
  /// The open lesson's firm without what it is about, beside it.
  static std::string twin(App& app, View) {
    const Run first = app.session_.runs().front();
    if (first.origin->lesson() == nullptr) return "the file that is open is no lesson";
    app.ui_.comparing = true;
    for (const Run& run : app.session_.runs())
      if (run.parent < 0 && run.id != first.id && run.file == first.file)
        return app.session_.show(run.id), app.show(), "";  // it is there already
    auto firms = load_lesson(first.file);
    if (!firms) return first_of(firms.faults());
    const int run = app.session_.open(std::move(firms).value().twin, first.file);
    app.session_.name(run, first.name + app.ui_("lesson.without"));
    if (!app.session_.show(run)) return "four runs are shown already";
    app.show();
    return {};
  }
  static std::string lesson(App& app, View rest) {
    for (const auto& path : shipped_lessons())
      if (path.stem().string().starts_with(rest) && !rest.empty()) return file(app, path.string());
    return expected("the beginning of a lesson's name, as n01");
  }

  static std::string select(App& app, View rest) {
    const View kind = first_word(rest);
    Selection picked;
    if (kind == "back" || kind == "forward") {
      auto &from = kind == "back" ? app.ui_.before : app.ui_.after,
           &to = kind == "back" ? app.ui_.after : app.ui_.before;
      if (from.empty()) return "there is nothing to go " + std::string(kind) + " to";
      to.push_back(std::exchange(app.ui_.selection, from.back()));
      from.pop_back();
      return {};
    }
    if (kind == "next" || kind == "previous") {  // person, those of the panels' order
      const auto seats = static_cast<int>(app.session_.active().scenario->seats().size());
      const int now = app.ui_.selection.kind == Selection::rep ? app.ui_.selection.seat : -1;
      const int step = kind == "next" ? 1 : -1;
      picked = {Selection::rep, now < 0 ? 0 : (now + step + seats) % seats, {}};
    } else if (kind == "none") {
      picked = {};
    } else if (kind == "rep") {
      const auto& seats = app.session_.active().scenario->seats();
      const auto seat = number_of(rest);
      const auto named = std::ranges::find(seats, rest, &SeatLabel::name);
      if (named != seats.end())
        picked = {Selection::rep, static_cast<int>(named - seats.begin()), {}};
      else if (seat && *seat >= 1 && *seat <= static_cast<double>(seats.size()))
        picked = {Selection::rep, static_cast<int>(*seat) - 1, {}};
      else
        return expected("a seat's number, 1 to " + std::to_string(seats.size()) + ", or its name");
    } else if (kind == "deal" && rest.find('.') != View::npos) {
      picked = {Selection::deal, -1, std::string(rest)};
    } else if (kind == "account" && number_of(rest)) {
      picked = {Selection::account, -1, std::string(rest)};
    } else if (kind == "event" && !rest.empty()) {
      picked = {Selection::event, -1, std::string(rest)};
    } else {
      return expected(
          "rep N, deal ACCOUNT.N, account N, event ID, next, previous, none, back or forward");
    }
    if (picked == app.ui_.selection) return {};
    app.ui_.before.push_back(std::exchange(app.ui_.selection, picked));
    app.ui_.after.clear();
    return {};
  }
  static std::string find(App& app, View rest) { return app.ui_.found = rest, ""; }

  static std::string compare(App& app, View rest) {
    const auto on = rest.empty() ? std::optional(!app.ui_.comparing) : on_off(rest);
    if (!on) return expected("compare on or compare off");
    app.ui_.comparing = *on;
    return {};
  }
  static std::string replicate(App& app, View rest) {
    const auto pairs = number_of(rest);
    if (!pairs || *pairs < 0 || *pairs > 100000) return expected("replicate N, 0 to 100000");
    app.pairs_ = static_cast<int>(*pairs);
    app.replicate();
    return {};
  }
  static std::string luck(App& app, View rest) {
    const auto seed = number_of(first_word(rest));
    const auto replication = rest.empty() ? std::optional(0.0) : number_of(rest);
    if (!seed || *seed < 0 || !replication || *replication < 0)
      return expected("luck SEED [REPLICATION]");
    app.session_.luck(static_cast<std::uint64_t>(*seed), static_cast<std::uint32_t>(*replication));
    app.show();
    return {};
  }

  static std::string theme(App& app, View rest) {
    if (rest == "next") rest = app.ui_.theme == Theme::light ? "dark" : "light";
    if (rest != "light" && rest != "dark") return expected("theme light or theme dark");
    app.ui_.theme = rest == "dark" ? Theme::dark : Theme::light;
    return {};
  }
  static std::string language(App& app, View rest) {
    if (rest == "next") rest = app.ui_.language == Language::en ? "zh" : "en";
    if (rest != "en" && rest != "zh") return expected("language en or language zh");
    app.ui_.language = rest == "zh" ? Language::zh : Language::en;
    if (app.ui_.language == Language::zh && !app.ui_.chinese)
      app.message_ = "No font with Chinese was found: apt-get install fonts-wqy-microhei";
    return {};
  }
  static std::string scale(App& app, View rest) {
    constexpr double kSteps[] = {75, 90, 100, 125, 150, 175, 200, 250, 300};
    const double now = std::round(app.user_scale_ * 100);
    std::optional<double> percent =
        number_of(rest.ends_with('%') ? rest.substr(0, rest.size() - 1) : rest);
    if (rest == "up")
      percent = *std::ranges::min_element(kSteps, {}, [&](double s) { return s > now ? s : 1e9; });
    if (rest == "down")
      percent = *std::ranges::max_element(kSteps, {}, [&](double s) { return s < now ? s : -1e9; });
    if (!percent || *percent < 75 || *percent > 300)
      return expected("scale PERCENT, 75 to 300; up or down");
    app.user_scale_ = static_cast<float>(*percent / 100);
    return {};
  }
  static std::string presentation(App& app, View rest) {
    const auto on = rest.empty() ? std::optional(!app.ui_.presentation) : on_off(rest);
    if (!on) return expected("presentation on or presentation off");
    app.ui_.presentation = *on;
    return {};
  }
  static std::string full_screen(App& app, View) {
    app.full_screen_ = !app.full_screen_;
    app.screen_.full_screen(app.full_screen_);
    return {};
  }
  static std::string palette(App& app, View) { return app.palette_ = !app.palette_, ""; }
  static std::string help(App& app, View) { return app.help_ = !app.help_, ""; }
  static std::string close(App& app, View) {
    app.palette_ = app.help_ = app.walking_ = false;
    app.message_.clear();
    return {};
  }
  static std::string quit(App& app, View) { return app.closing_ = true, ""; }

  static std::string note(App& app, View rest) {
    if (rest.empty()) return expected("note TEXT");
    app.ui_.remarks.push_back({app.ui_.day, {std::string(rest), std::string(rest)}});
    return {};
  }

  static std::string save(App& app, View rest) {
    if (rest.empty()) return expected("save FILE.yaml");
    std::filesystem::path path(rest);
    if (path.extension() != ".yaml") path += ".yaml";
    const Run& run = app.session_.active();
    if (auto fault = write_file(path, run.scenario->resolved()); !fault.empty()) return fault;
    std::filesystem::path session = path;
    session.replace_extension(".tandem");
    const std::string text = app.session_text();
    if (auto fault = write_file(session, text); !fault.empty()) return fault;
    app.message_ = path.string() + ", " + session.string();
    return {};
  }
  static std::string recover(App& app, View rest) {
    app.recover_ = false;
    if (rest == "drop") {
      std::error_code none;
      std::filesystem::remove(app.options_.recovery, none);
      return {};
    }
    std::istringstream lines(read_session(app.options_.recovery).steps);
    for (std::string line; std::getline(lines, line);)
      if (auto fault = app.run(line); !fault.empty()) return fault;
    return {};
  }
  static std::string screenshot(App& app, View rest) {
    if (rest.empty()) return expected("screenshot FILE.png");
    app.pictures_.push_back({std::string(rest), std::nullopt});
    return {};
  }
  static std::string picture(App& app, View rest) {
    const View file = first_word(rest);
    std::array<std::optional<double>, 4> sides;
    for (auto& side : sides) side = number_of(first_word(rest));
    const auto& [x, y, w, h] = sides;
    if (!x || !y || !w || !h || *w < 1 || *h < 1 || *w > 1e5 || *h > 1e5)
      return expected("picture FILE.png X Y WIDTH HEIGHT, pixels");
    const ImVec2 low{static_cast<float>(*x), static_cast<float>(*y)};
    app.pictures_.push_back(
        {std::string(file),
         Box{low, {low.x + static_cast<float>(*w), low.y + static_cast<float>(*h)}}});
    return {};
  }
  static std::string hash(App& app, View) {
    app.engine_.settle(false);
    app.take_pictures();
    const Picture* picture = app.ui_.picture();
    if (picture == nullptr) return "there is no run";
    app.printed_.push_back(fmt::format("{:016x}", picture->hash));
    return {};
  }
  static std::string wait(App& app, View) {
    app.engine_.settle(true);
    app.take_pictures();
    return {};
  }
  static std::string click(App& app, View rest) {
    const auto x = number_of(first_word(rest)), y = number_of(first_word(rest));
    if (!x || !y) return expected("click X Y");
    app.clicks_.push_back({static_cast<float>(*x), static_cast<float>(*y)});
    return {};
  }
  static std::string key(App& app, View rest) {
    const Key key = key_of(rest);
    if (key.code == 0) return expected("the name of a key, e.g. Space, Ctrl+K, Shift+Right");
    return app.press(key);
  }
  static std::string type(App&, View rest) {
    ImGui::GetIO().AddInputCharactersUTF8(std::string(rest).c_str());
    return {};
  }
};

std::span<const Command> commands() {
  using A = App::Actions;
  static const Command kCommands[] = {
      {"step N days|weeks|months|quarters", "cmd.step", A::step},
      {"back N days|weeks|months|quarters", "cmd.back", A::back},
      {"goto day N", "cmd.goto", A::go},
      {"next [KIND]", "cmd.next", A::next},
      {"previous [KIND]", "cmd.previous", A::previous},
      {"play [DAYS A SECOND]", "cmd.play", A::play},
      {"speed DAYS A SECOND|up|down", "cmd.speed", A::speed},
      {"zoom in|out|left|right|all", "cmd.zoom", A::zoom},
      {"pause", "cmd.pause", A::pause},
      {"toggle", "cmd.toggle", A::toggle},
      {"loop FROM TO", "cmd.loop", A::loop},
      {"set KEY=VALUE", "cmd.set", A::set},
      {"change {set: {KEY: VALUE}, ...}", "cmd.change", A::change},
      {"event {KIND: ..., ...}", "cmd.event", A::event},
      {"without EVENT", "cmd.without", A::without},
      {"branch [NAME]", "cmd.branch", A::branch},
      {"undo", "cmd.undo", A::undo},
      {"redo", "cmd.redo", A::redo},
      {"active RUN", "cmd.active", A::active},
      {"show RUN", "cmd.show", A::show_run},
      {"hide RUN", "cmd.hide", A::hide},
      {"drop RUN", "cmd.drop", A::drop},
      {"swap", "cmd.swap", A::swap},
      {"open PANEL [PART]", "cmd.open", A::open},
      {"file PATH", "cmd.file", A::file},
      {"beside PATH", "cmd.beside", A::beside},
      {"lesson NAME", "cmd.lesson", A::lesson},
      {"twin", "cmd.twin", A::twin},
      {"select rep N", "cmd.select", A::select},
      {"find TEXT", "cmd.find", A::find},
      {"compare [on|off]", "cmd.compare", A::compare},
      {"replicate N", "cmd.replicate", A::replicate},
      {"luck SEED [REPLICATION]", "cmd.luck", A::luck},
      {"theme light|dark|next", "cmd.theme", A::theme},
      {"language en|zh|next", "cmd.language", A::language},
      {"scale PERCENT|up|down", "cmd.scale", A::scale},
      {"presentation [on|off]", "cmd.presentation", A::presentation},
      {"fullscreen", "cmd.fullscreen", A::full_screen},
      {"palette", "cmd.palette", A::palette},
      {"help", "cmd.help", A::help},
      {"close", "cmd.close", A::close},
      {"note TEXT", "cmd.note", A::note},
      {"save FILE", "cmd.save", A::save},
      {"recover [drop]", "cmd.recover", A::recover},
      {"screenshot FILE", "cmd.screenshot", A::screenshot},
      {"picture FILE X Y W H", "cmd.picture", A::picture},
      {"hash", "cmd.hash", A::hash},
      {"wait", "cmd.wait", A::wait},
      {"click X Y", "cmd.click", A::click},
      {"key NAME", "cmd.key", A::key},
      {"type TEXT", "cmd.type", A::type},
      {"quit", "cmd.quit", A::quit},
  };
  return kCommands;
}

std::string App::run(std::string_view line) {
  View rest = trimmed(line);
  if (rest.empty() || rest.front() == '#') return {};
  const View word = first_word(rest);
  for (const Command& command : commands()) {
    const View name = command.form.substr(0, command.form.find(' '));
    if (name != word) continue;
    constexpr std::array<View, 10> kAlways = {"file", "lesson", "theme",      "language", "scale",
                                              "quit", "open",   "screenshot", "close",    "wait"};
    if (!open_ && std::ranges::find(kAlways, word) == kAlways.end()) return "no firm is open";
    return command.run(*this, rest);
  }
  return "\"" + std::string(word) + "\" is no command";
}

}  // namespace tandem::viewer
