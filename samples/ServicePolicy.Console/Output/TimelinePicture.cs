using System.Globalization;
using System.Text;
using System.Xml;
using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.Samples.Output;

/// <summary>One case's timeline as an SVG: its findings as bars, the instant, what is due, and the next change.</summary>
/// <remarks>The same case, instant, zone and language give the same text. It needs no font, script or file, and follows the reader's choice of light or dark.</remarks>
internal sealed class TimelinePicture
{
    private const double Margin = 24, Label = 260, Width = 730, Header = 78, Scale = 62, Row = 60, Bar = 28;
    private const string Xml = "http://www.w3.org/XML/1998/namespace";

    private const string Style = """
        text{font:13px system-ui,"Segoe UI","Noto Sans","Noto Sans CJK SC","Microsoft YaHei",sans-serif;fill:#1c2430}
        .card{fill:#ffffff;stroke:#dfe5ec}.head{font-size:18px;font-weight:600}.soft{fill:#56637a;font-size:12px}.id{font-weight:600}.word{font-size:12px;font-weight:600;pointer-events:none}.mid{text-anchor:middle}
        .grid{stroke:#e8ecf2}.rule{stroke:#dfe5ec}.now{stroke:#1c2430;stroke-width:2}.next{stroke:#1f5fbf;stroke-width:2;stroke-dasharray:5 4}
        .chip{fill:#1c2430}.on{fill:#ffffff;font-size:12px;font-weight:600}.chip.next{fill:#1f5fbf;stroke:none}.due{fill:#1c2430;stroke:#ffffff;stroke-width:1.5}
        .bar{stroke-width:1.5;fill:#eef1f5;stroke:#77849a}.wait{fill:#e3edfb;stroke:#3f79c9}.warn{fill:#fff0cc;stroke:#b97a00}.bad{fill:#fbe0dd;stroke:#c2372d}.good{fill:#dcf2e6;stroke:#1f8a58}
        .owed{fill:#ece4fa;stroke:#7a4fc0}.gone{fill:none;stroke:#77849a;stroke-dasharray:3 3}.doubt{fill:#fff8e6;stroke:#b97a00;stroke-dasharray:6 4}
        @media(prefers-color-scheme:dark){text{fill:#e6ebf2}.card{fill:#161d28;stroke:#2c3747}.soft{fill:#9fadc0}.grid{stroke:#222c3a}.rule{stroke:#2c3747}.now{stroke:#e6ebf2}.next{stroke:#7fb0ff}
        .chip{fill:#e6ebf2}.on{fill:#111720}.chip.next{fill:#7fb0ff}.due{fill:#e6ebf2;stroke:#161d28}.bar{fill:#262f3d;stroke:#8a98ad}.wait{fill:#1b3152;stroke:#6ea3ef}.warn{fill:#473512;stroke:#e0ab44}
        .bad{fill:#4d2422;stroke:#f0857c}.good{fill:#143a2a;stroke:#55c08d}.owed{fill:#352a55;stroke:#b295ee}.gone{fill:none;stroke:#8a98ad}.doubt{fill:#332a14;stroke:#e0ab44}}
        """;

    private static readonly XmlWriterSettings Form = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };

    private readonly PolicyDecision decision;
    private readonly FactKey root;
    private readonly CultureInfo culture;
    private readonly DateTimeZone zone;
    private readonly Finding[][] rows;
    private readonly TimelineAxis axis;

    private TimelinePicture(PolicyTimeline timeline, PolicyDecision decision, FactKey root, CultureInfo culture, DateTimeZone zone)
    {
        this.decision = decision;
        this.root = root;
        this.culture = culture;
        this.zone = zone;
        rows = [.. timeline.Findings
            .GroupBy(finding => (finding.Standard.Id, finding.Subject))
            .OrderBy(row => row.Min(Start)).ThenBy(row => row.Key.Id, StringComparer.Ordinal).ThenBy(row => row.Key.Subject.ToString(), StringComparer.Ordinal)
            .SelectMany(Lanes)];
        axis = new TimelineAxis(Shown(timeline.Findings), Margin + Label, Width, timeline.Findings.Any(finding => !finding.Holds.HasStart));
    }

    private bool Chinese => culture.TwoLetterISOLanguageName == "zh";

    private double Bottom => Header + Scale + rows.Length * Row;

    /// <summary>The SVG of a case at an instant, with its times in a zone.</summary>
    public static string Draw(PolicyEngine engine, PolicyCase @case, Instant asOf, CultureInfo culture, DateTimeZone zone)
    {
        PolicyDecision decision = engine.Evaluate(@case, asOf);
        Instant from = @case.Facts.Select(fact => fact.OpenedAt).Append(asOf).Min();
        Instant to = new[] { asOf + Duration.FromDays(7), decision.NextChange.Instant ?? asOf }.Max() + Duration.Epsilon;
        return new TimelinePicture(engine.Timeline(@case, new Interval(from, to)), decision, FactKey.Of(@case.Root), culture, zone).Draw();
    }

    private static Instant Start(Finding finding) => finding.Holds.HasStart ? finding.Holds.Start : Instant.MinValue;

    private static Instant End(Finding finding) => finding.Holds.HasEnd ? finding.Holds.End : Instant.MaxValue;

    /// <summary>Findings of one standard and subject that hold side by side get a lane each.</summary>
    private static IEnumerable<Finding[]> Lanes(IEnumerable<Finding> row)
    {
        List<List<Finding>> lanes = [];
        foreach (Finding finding in row.OrderBy(Start).ThenBy(End))
        {
            if (lanes.Find(lane => End(lane[^1]) <= Start(finding)) is { } free)
            {
                free.Add(finding);
            }
            else
            {
                lanes.Add([finding]);
            }
        }

        return lanes.Select(lane => lane.ToArray());
    }

    private IEnumerable<Instant> Shown(IEnumerable<Finding> findings) => findings
        .SelectMany(finding => new Instant?[] { finding.Holds.HasStart ? finding.Holds.Start : null, finding.Holds.HasEnd ? finding.Holds.End : null, finding.Margin.Due })
        .Append(decision.NextChange.Instant)
        .OfType<Instant>()
        .Append(decision.AsOf);

    private string Draw()
    {
        using MemoryStream text = new();
        using (XmlWriter svg = XmlWriter.Create(text, Form))
        {
            Draw(svg);
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length) + "\n";
    }

    private void Draw(XmlWriter svg)
    {
        double width = axis.Right + Margin, height = Bottom + 44;
        svg.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        Write(svg, ("viewBox", $"0 0 {Number(width)} {Number(height)}"), ("width", Number(width)), ("height", Number(height)), ("role", "img"), ("aria-labelledby", "title desc"));
        svg.WriteAttributeString("xml", "lang", Xml, Chinese ? "zh-Hans" : "en");
        Element(svg, "title", Title(), ("id", "title"));
        Element(svg, "desc", string.Join('\n', rows.SelectMany(row => row).Select(Describe)), ("id", "desc"));
        Element(svg, "style", Style);
        Element(svg, "rect", null, ("class", "card"), ("x", "0.5"), ("y", "0.5"), ("width", Number(width - 1)), ("height", Number(height - 1)), ("rx", "12"));
        Text(svg, "head", Margin, 38, root.ToString());
        Text(svg, "soft", Margin, 60, decision.Describe(culture).Split('\n')[0]);
        Grid(svg);
        for (int i = 0; i < rows.Length; i++)
        {
            DrawRow(svg, rows[i], i > 0 && SameRow(rows[i - 1], rows[i]), Top(i));
        }

        Marker(svg, decision.AsOf, "now", Say("as of", "时点"));
        if (decision.NextChange.Instant is { } next)
        {
            Marker(svg, next, "next", Say("next change", "下次变化"));
        }

        for (int i = 0; i < rows.Length; i++)
        {
            DrawWords(svg, rows[i], Top(i));
        }

        Diamond(svg, Margin + 6, Bottom + 24);
        Text(svg, "soft", Margin + 20, Bottom + 28, Say(
            $"due · after the instant: what will hold if nothing more happens · times in {zone.Id}, not to scale",
            $"到期 · 时点之后：若不再发生任何事，届时的情况 · 时间按 {zone.Id}，未按比例"));
        svg.WriteEndElement();
    }

    private void Grid(XmlWriter svg)
    {
        string? day = null;
        foreach (Instant at in axis.Instants)
        {
            ZonedDateTime local = at.InZone(zone);
            string today = local.Date.ToString(Chinese ? "M'月'd'日'" : "d MMM", CultureInfo.InvariantCulture);
            today = axis.Instants[0].InZone(zone).Year == axis.Instants[^1].InZone(zone).Year ? today : local.Date.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture);
            Line(svg, "grid", axis[at], Header + Scale - 12, axis[at], Bottom);
            if (today != day)
            {
                Text(svg, "soft mid", axis[at], Header + 28, today);
            }

            Text(svg, "soft mid", axis[at], Header + 44, local.TimeOfDay.ToString(local.Second == 0 ? "HH':'mm" : "HH':'mm':'ss", CultureInfo.InvariantCulture));
            day = today;
        }
    }

    private void DrawRow(XmlWriter svg, Finding[] row, bool isLane, double top)
    {
        Line(svg, "rule", isLane ? axis.Left : Margin, top, axis.Right, top);
        if (!isLane)
        {
            Standard standard = row[0].Standard;
            string subject = row[0].Subject == root ? string.Empty : $" · {row[0].Subject}";
            string[] title = Lines(standard.Title(culture), 12, Label - 20);
            double first = top + (title.Length == 1 ? 26 : 18);
            Text(svg, "id", Margin, first, standard.Id + subject);
            for (int i = 0; i < title.Length; i++)
            {
                Text(svg, "soft", Margin, first + 17 + i * 15, title[i]);
            }
        }

        foreach (Finding finding in row)
        {
            svg.WriteStartElement("path");
            Write(svg, ("class", $"bar {Look(finding)}"), ("d", Shape(From(finding), To(finding), top + (Row - Bar) / 2, finding.Holds.HasEnd)));
            Element(svg, "title", Describe(finding));
            svg.WriteEndElement();
        }
    }

    /// <summary>What stands over bars and markers.</summary>
    private void DrawWords(XmlWriter svg, Finding[] row, double top)
    {
        foreach (Finding finding in row)
        {
            double room = To(finding) - From(finding) - 16;
            if (Words(finding).FirstOrDefault(word => Extent(word, 12) <= room) is { } word)
            {
                Text(svg, "word", From(finding) + 10, top + Row / 2 + 4, word);
            }
        }

        foreach (Instant due in row.Select(finding => finding.Margin.Due).OfType<Instant>().Distinct())
        {
            Diamond(svg, axis[due], top + (Row + Bar) / 2);
        }
    }

    private static double Top(int row) => Header + Scale + row * Row;

    private double From(Finding finding) => (finding.Holds.HasStart ? axis[finding.Holds.Start] : axis.Left) + 1;

    private double To(Finding finding) => (finding.Holds.HasEnd ? axis[finding.Holds.End] : axis.Right) - 1;

    /// <summary>A bar; one that holds for good is drawn as an arrow.</summary>
    private static string Shape(double from, double to, double y, bool ends) => ends
        ? $"M{Number(from + 4)} {Number(y)}H{Number(to - 4)}q4 0 4 4v{Number(Bar - 8)}q0 4 -4 4H{Number(from + 4)}q-4 0 -4 -4v{Number(8 - Bar)}q0 -4 4 -4z"
        : $"M{Number(from + 4)} {Number(y)}H{Number(to - 10)}l10 {Number(Bar / 2)}l-10 {Number(Bar / 2)}H{Number(from + 4)}q-4 0 -4 -4v{Number(8 - Bar)}q0 -4 4 -4z";

    private void Marker(XmlWriter svg, Instant at, string look, string word)
    {
        double x = axis[at], wide = Extent(word, 12) + 14, left = Math.Min(x - wide / 2, axis.Right - wide);
        Line(svg, look, x, Header + Scale - 12, x, Bottom);
        Element(svg, "rect", null, ("class", $"chip {look}"), ("x", Number(left)), ("y", Number(Header - 10)), ("width", Number(wide)), ("height", "20"), ("rx", "10"), ("stroke", "none"));
        Text(svg, "on mid", left + wide / 2, Header + 4, word);
    }

    private string Title()
    {
        string first = decision.Describe(culture).Split('\n')[0];
        return Say($"Timeline of {root}: {first}", $"{root} 的时间线：{first}");
    }

    private string Describe(Finding finding)
    {
        string from = finding.Holds.HasStart ? InstantPattern.ExtendedIso.Format(finding.Holds.Start) : "-∞", to = finding.Holds.HasEnd ? InstantPattern.ExtendedIso.Format(finding.Holds.End) : "∞";
        return $"{finding.Describe(culture)} [{from}, {to})";
    }

    /// <summary>What a bar says, from the fullest on.</summary>
    private IEnumerable<string> Words(Finding finding)
    {
        string state = (finding.Kind, finding.State) switch
        {
            (_, FindingState.Pending) => Say("pending", "待办"),
            (_, FindingState.AtRisk) => Say("at risk", "预警"),
            (_, FindingState.Breached) => Say("breached", "超时"),
            (_, FindingState.Met) => Say("met", "达标"),
            (_, FindingState.Owed) => Say("owed", "应退"),
            (_, FindingState.Superseded) => Say("superseded", "被取代"),
            (_, FindingState.Paid) => Say("paid", "已退"),
            (FindingKind.Violation, _) => Say("violated", "违规"),
            (FindingKind.Prohibition, _) => Say("prohibited", "禁止"),
            (FindingKind.Permission, _) => Say("allowed", "允许"),
            (FindingKind.Inadmissible, _) => Say("inadmissible", "不予受理"),
            (FindingKind.Indeterminate, _) => Say("indeterminate", "无法判定"),
            (FindingKind.Measure, _) => finding.Value?.ToString("0.####", CultureInfo.InvariantCulture) ?? string.Empty,
            _ => finding.Class ?? string.Empty,
        };
        return finding.State is FindingState.Owed or FindingState.Paid ? [$"{state} {finding.Amount}", state] : [state];
    }

    private static string Look(Finding finding) => (finding.Kind, finding.State) switch
    {
        (_, FindingState.Pending) => "wait",
        (_, FindingState.AtRisk) or (FindingKind.Warning, _) => "warn",
        (_, FindingState.Breached) or (FindingKind.Violation or FindingKind.Prohibition or FindingKind.Inadmissible, _) => "bad",
        (_, FindingState.Met or FindingState.Paid) or (FindingKind.Permission, _) => "good",
        (_, FindingState.Owed) => "owed",
        (_, FindingState.Superseded) => "gone",
        (FindingKind.Indeterminate, _) => "doubt",
        _ => "plain",
    };

    private string Say(string english, string chinese) => Chinese ? chinese : english;

    private static bool SameRow(Finding[] one, Finding[] other) => one[0].Standard.Id == other[0].Standard.Id && one[0].Subject == other[0].Subject;

    /// <summary>A text in two lines at most; what does not fit is left off.</summary>
    private static string[] Lines(string text, double size, double width)
    {
        int first = Fitting(text, size, width);
        if (first == text.Length)
        {
            return [text];
        }

        int space = text.LastIndexOf(' ', first - 1);
        first = space > 0 && text[first] < '\u2E80' ? space : first;
        string rest = text[first..].TrimStart();
        int second = Fitting(rest, size, width - size);
        return [text[..first].TrimEnd(), second == rest.Length ? rest : rest[..second].TrimEnd() + "…"];
    }

    private static int Fitting(string text, double size, double width)
    {
        int length = text.Length;
        while (length > 1 && Extent(text[..length], size) > width)
        {
            length--;
        }

        return length;
    }

    /// <summary>About how wide a text is; no font is asked, so that every machine draws the same.</summary>
    private static double Extent(string text, double size) => text.Sum(letter => letter >= '\u2E80' ? 1.02 : char.IsAsciiLetterUpper(letter) || letter is 'm' or 'w' ? 0.74 : 0.54) * size;

    /// <summary>A text without what XML cannot say.</summary>
    private static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune);
        }

        return clean.ToString();
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static void Diamond(XmlWriter svg, double x, double y) => Element(svg, "path", null, ("class", "due"), ("d", $"M{Number(x)} {Number(y - 6)}l6 6l-6 6l-6 -6z"));

    private static void Line(XmlWriter svg, string look, double x1, double y1, double x2, double y2) =>
        Element(svg, "path", null, ("class", look), ("d", $"M{Number(x1)} {Number(y1)}L{Number(x2)} {Number(y2)}"));

    private static void Text(XmlWriter svg, string look, double x, double y, string text) => Element(svg, "text", text, ("class", look), ("x", Number(x)), ("y", Number(y)));

    private static void Element(XmlWriter svg, string name, string? text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        svg.WriteStartElement(name);
        Write(svg, attributes);
        if (text is not null)
        {
            svg.WriteString(Clean(text));
        }

        svg.WriteEndElement();
    }

    private static void Write(XmlWriter svg, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach ((string name, string value) in attributes)
        {
            svg.WriteAttributeString(name, value);
        }
    }
}
