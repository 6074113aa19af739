using System.Globalization;
using System.Net;
using System.Text;
using NodaTime.Text;
using ServicePolicy.Catalogue;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Output;

namespace ServicePolicy.Samples.Fixtures;

/// <summary>The checks as one page for a browser, which needs nothing else.</summary>
internal sealed class HtmlReport(CultureInfo culture)
{
    private const string Style = """
        :root{--ink:#1c2430;--soft:#5d6b7e;--line:#dfe5ec;--back:#f5f7fa;--card:#fff;--good:#0f7b4b;--goodback:#e3f5ec;--bad:#b3261e;--badback:#fdeae8;--warn:#8a5a00;--warnback:#fff3d9;--blue:#1f5fbf}
        @media(prefers-color-scheme:dark){:root{--ink:#e6ebf2;--soft:#9aa8ba;--line:#2c3747;--back:#111720;--card:#19212d;--good:#5fd39c;--goodback:#12342a;--bad:#ff8f86;--badback:#41201f;--warn:#f0c26a;--warnback:#3a2f16;--blue:#7fb0ff}}
        *{box-sizing:border-box}body{margin:0;font:15px/1.5 system-ui,"Segoe UI","Noto Sans","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:var(--ink);background:var(--back)}
        main{max-width:1120px;margin:0 auto;padding:32px 20px 64px}h1{font-size:26px;margin:0 0 4px}h2{font-size:19px;margin:36px 0 12px}p{margin:4px 0;color:var(--soft)}
        .tiles{display:flex;flex-wrap:wrap;gap:12px;margin:20px 0}.tile{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:12px 18px;min-width:130px}
        .tile b{display:block;font-size:26px;line-height:1.2}.tile.good b{color:var(--good)}.tile.bad b{color:var(--bad)}
        details{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:8px 0}summary{cursor:pointer;padding:10px 16px;display:flex;gap:12px;align-items:baseline;list-style:none}
        summary::-webkit-details-marker{display:none}summary span.what{flex:1}summary code{color:var(--soft)}.inside{padding:0 16px 14px;overflow-x:auto}
        table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:7px 10px;border-top:1px solid var(--line)}th{color:var(--soft);font-weight:600;font-size:13px}
        .card{background:var(--card);border:1px solid var(--line);border-radius:10px;overflow-x:auto}.card tr:first-child th{border-top:0}
        code,.mono{font:13px/1.45 ui-monospace,"Cascadia Mono",Consolas,monospace;overflow-wrap:anywhere}
        .tag{display:inline-block;border-radius:99px;padding:1px 10px;font-size:13px;margin:1px 3px 1px 0;background:var(--back);border:1px solid var(--line);white-space:nowrap}
        .good.tag{background:var(--goodback);color:var(--good);border-color:transparent}.bad.tag{background:var(--badback);color:var(--bad);border-color:transparent}.warn.tag{background:var(--warnback);color:var(--warn);border-color:transparent}
        .at{white-space:nowrap}ul{margin:4px 0;padding-left:18px}li.deciding{font-weight:600}
        """;

    private readonly StringBuilder page = new();

    private bool Chinese => culture.TwoLetterISOLanguageName == "zh";

    public string Render(IReadOnlyList<Check> checks, Coverage coverage, IReadOnlyList<string> unusable)
    {
        page.Clear();
        int differ = checks.Count(check => check.Differences.Count > 0);
        page.Append(CultureInfo.InvariantCulture, $"""<!doctype html><html lang="{(Chinese ? "zh-Hans" : "en")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{Say("Service standards: check", "服务标准检查")}</title><style>{Style}</style></head><body><main>""");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Say("Service standards: check", "服务标准检查")}</h1>");
        PolicyVersion? version = checks.FirstOrDefault(check => check.Answer is not null)?.Answer!.Version;
        page.Append(CultureInfo.InvariantCulture, $"<p>{Say("Edition", "版本")} {Escape(version?.Edition)} · {Say("catalogue", "目录")} {Escape(version?.Catalogue)} · {Say("time zones", "时区数据")} {Escape(version?.TimeZones)}</p>");
        page.Append("<div class=\"tiles\">");
        Tile(Say("checks", "检查"), checks.Count, string.Empty);
        Tile(Say("as expected", "符合预期"), checks.Count - differ, "good");
        Tile(Say("different", "有差异"), differ, differ > 0 ? "bad" : string.Empty);
        Tile(Say("files unusable", "无法使用的文件"), unusable.Count, unusable.Count > 0 ? "bad" : string.Empty);
        Tile(Say("standards exercised", "已覆盖标准"), coverage.Clauses.Count(clause => clause.Seen.Count > 0), string.Empty);
        Tile(Say("not exercised", "未覆盖标准"), coverage.Clauses.Count(clause => clause.Seen.Count == 0), string.Empty);
        page.Append("</div>");
        foreach (string wrong in unusable)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"mono\"><span class=\"tag bad\">{Say("unusable", "无法使用")}</span> {Escape(wrong)}</p>");
        }

        page.Append(CultureInfo.InvariantCulture, $"<h2>{Say("Fixtures", "用例")}</h2>");
        foreach (IGrouping<Fixture, Check> fixture in checks.GroupBy(check => check.Fixture).OrderBy(fixture => fixture.All(check => check.Differences.Count == 0)))
        {
            Fixture(fixture.Key, [.. fixture]);
        }

        Clauses(coverage);
        return page.Append("</main></body></html>\n").ToString();
    }

    private void Fixture(Fixture fixture, IReadOnlyList<Check> checks)
    {
        bool differs = checks.Any(check => check.Differences.Count > 0);
        page.Append(CultureInfo.InvariantCulture, $"<details{(differs ? " open=\"open\"" : string.Empty)}><summary>{Verdict(differs)}<span class=\"what\">{Escape(fixture.Description)}</span><code>{Escape(Path.GetFileName(fixture.File))}</code></summary><div class=\"inside\">");
        if ((fixture.Figures ?? fixture.Settings) is { } figures)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>{(fixture.Settings is null ? Say("Figures", "数值") : Say("Settings", "设置"))}: <code>{Escape(figures.Element.GetRawText())}</code></p>");
        }

        page.Append(CultureInfo.InvariantCulture, $"<table><tr><th></th><th>{Say("as of", "时点")}</th><th>{Say("expected", "预期")}</th><th>{Say("came", "实际")}</th></tr>");
        foreach (Check check in checks)
        {
            string asOf = check.Expected.AsOf is { } at ? InstantPattern.ExtendedIso.Format(at) : "–";
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Verdict(check.Differences.Count > 0)}</td><td><code class=\"at\">{asOf}</code><p>{Escape(check.Expected.Note)}</p></td><td>");
            Expected(check);
            page.Append("</td><td>");
            Came(check);
            page.Append("</td></tr>");
        }

        page.Append("</table></div></details>");
    }

    private void Expected(Check check)
    {
        Expectation expected = check.Expected;
        Line(Say("outcome", "结论"), expected.Outcome);
        Line(Say("request", "请求"), expected.Request);
        Line(Say("until", "直至"), expected.Until is { } until ? InstantPattern.ExtendedIso.Format(until) : null);
        Line(Say("next change", "下次变化"), expected.NextChange?.Element.ToString());
        Line(Say("deciding", "决定性标准"), expected.Deciding is { } deciding ? string.Join(", ", deciding) : null);
        Line(Say("error", "错误"), expected.Error);
        if (expected.Findings is { } findings)
        {
            List(findings.Select(finding => (finding.Element.GetRawText(), false)), mono: true);
        }

        foreach ((string standard, IReadOnlyList<JsonSpot> wanted) in expected.Clauses ?? new Dictionary<string, IReadOnlyList<JsonSpot>>())
        {
            Line(standard, wanted.Count == 0 ? Say("nothing", "无") : string.Join(" ", wanted.Select(finding => finding.Element.GetRawText())));
        }
    }

    private void Came(Check check)
    {
        Line(Say("refused", "被拒绝"), check.Refused);
        if (check.Answer is { } answer)
        {
            Line(check.Expected.Request is null ? Say("outcome", "结论") : Say("request", "请求"), answer.Outcome);
            Line(Say("until", "直至"), answer.Until is { } until ? InstantPattern.ExtendedIso.Format(until) : null);
            Line(Say("next change", "下次变化"), answer.Change?.ToString());
            List(answer.Findings.Select(finding => (finding.Describe(culture), answer.Deciding.Contains(finding))), mono: false);
        }

        foreach (Difference difference in check.Differences)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p><span class=\"tag bad\">{Escape(difference.What)}</span></p>");
            Line(Say("expected", "预期"), difference.Expected);
            Line(Say("came", "实际"), difference.Came);
        }
    }

    private void Clauses(Coverage coverage)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Say("Coverage", "覆盖情况")}</h2><div class=\"card\"><table><tr><th>{Say("standard", "标准")}</th><th>{Say("title", "名称")}</th><th>{Say("source", "出处")}</th><th>{Say("exercised as", "已覆盖的结论")}</th></tr>");
        foreach ((CatalogueEntry entry, IReadOnlyCollection<string> seen) in coverage.Clauses)
        {
            string tags = seen.Count == 0
                ? $"<span class=\"tag warn\">{Say("not exercised", "未覆盖")}{(entry.IsEnforced ? string.Empty : Say(", not configured", ",未配置"))}</span>"
                : string.Concat(seen.Select(outcome => $"<span class=\"tag\">{Escape(outcome)}</span>"));
            page.Append(CultureInfo.InvariantCulture, $"<tr><td><b>{Escape(entry.Standard.Id)}</b></td><td>{Escape(entry.Standard.Title(culture))}</td><td>{Escape(entry.Standard.Source)}</td><td>{tags}</td></tr>");
        }

        page.Append("</table></div>");
    }

    private void Tile(string name, int count, string look) =>
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"tile {look}\"><b>{count}</b>{name}</div>");

    private void Line(string name, string? value)
    {
        if (value is not null)
        {
            page.Append(CultureInfo.InvariantCulture, $"<div>{name}: <code>{Escape(value)}</code></div>");
        }
    }

    private void List(IEnumerable<(string Text, bool Deciding)> items, bool mono)
    {
        page.Append(mono ? "<ul class=\"mono\">" : "<ul>");
        foreach ((string text, bool deciding) in items)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li{(deciding ? " class=\"deciding\"" : string.Empty)}>{Escape(text)}</li>");
        }

        page.Append("</ul>");
    }

    private string Verdict(bool differs) => differs
        ? $"<span class=\"tag bad\">{Say("different", "有差异")}</span>"
        : $"<span class=\"tag good\">{Say("as expected", "符合预期")}</span>";

    private string Say(string english, string chinese) => Chinese ? chinese : english;

    private static string Escape(string? text) => WebUtility.HtmlEncode(text ?? string.Empty);
}
