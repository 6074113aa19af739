using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using ServicePolicy.Catalogue;
using ServicePolicy.Credentials;
using ServicePolicy.Serialization;
using ServicePolicy.Time;

namespace ServicePolicy.Tests.Docs;

/// <summary>The pages that list standards, and the facts of each family, as the code has them.</summary>
internal sealed class StandardsPage(StandardCatalogue catalogue, CultureInfo culture)
{
    /// <summary>What families are called in Chinese, and the English page of each.</summary>
    private static readonly Dictionary<string, (string Title, string Page)> Families = new()
    {
        ["CMP"] = ("投诉", "complaints-and-refunds"),
        ["CNV"] = ("服务用语与沟通", "conversation"),
        ["CRD"] = ("账号与密码", "credentials"),
        ["CUS"] = ("客户分级与关怀", "customers"),
        ["HND"] = ("营业厅与热线的办理时限", "handling"),
        ["INS"] = ("营业厅评分", "inspection"),
        ["MSG"] = ("客户短信", "messages"),
        ["OPS"] = ("运营管理", "operations"),
        ["PRV"] = ("客户信息保护", "customer-information"),
        ["RFD"] = ("退费", "complaints-and-refunds"),
        ["SUB"] = ("业务订购与变更", "subscriptions"),
    };

    /// <summary>The English page of a family, below the repository.</summary>
    public static string PageOf(string family) => $"docs/families/{Families[family].Page}.md";

    private bool Chinese => culture.TwoLetterISOLanguageName == "zh";

    /// <summary>The page of all standards.</summary>
    public string Write()
    {
        StringBuilder page = new();
        page.Append(Chinese ? $"""
            # 标准

            [English](../standards.md) | 简体中文

            目录第 {StandardCatalogue.CatalogueVersion} 版共 {catalogue.Count} 条标准，数值取自 `ServiceStandards.Default`。本页、各类标准的页面和分析器所用的编号由代码生成；重新生成：

            ```
            SERVICEPOLICY_WRITE_DOCS=true dotnet run --project tests/ServicePolicy.Tests -- -class '*StandardsPageTests'
            ```

            数值有四种来历：手册**给出**；手册只有一个词或没有写，由我们**假定**；手册隐含，确切的读法由我们**确定**；**未设**，即宿主设定之前该条不执行。

            | 出处 | 手册 |
            | --- | --- |
            | HB | 营业渠道服务手册，供一线人员使用 |
            | ZJ | 某市分公司的行为规范、2009 年营业厅标准、服务承诺、便民措施和投诉处理原则 |
            | GT | 沟通100 营业厅服务要素方案（摘录） |
            | ET | 营业厅、呼叫中心（1860）和大客户人员的服务礼仪 |
            | CU | 一家增值业务服务商的客户服务方案 |

            """ : $"""
            # Standards

            English | [简体中文](zh-Hans/standards.md)

            All {catalogue.Count} standards of catalogue version {StandardCatalogue.CatalogueVersion}, with the figures that `ServiceStandards.Default` has. Made from the code, as are the tables of
            the pages of families and the Ids that analyzers know; to make all of them again:

            ```
            SERVICEPOLICY_WRITE_DOCS=true dotnet run --project tests/ServicePolicy.Tests -- -class '*StandardsPageTests'
            ```

            A figure is **given** by the handbook, **assumed** where the handbook has only a word or nothing, **ours** where the exact reading is, or **unset**: then the
            clause is not enforced until a host sets it.

            | source | handbook |
            | --- | --- |
            | HB | a handbook of service in halls, for front-line staff |
            | ZJ | a city branch's rules of conduct, hall standard of 2009, promises, lists of convenience, and principles for complaints |
            | GT | a plan for the service of business halls, in excerpts |
            | ET | service etiquette for halls, the call centre (1860) and key accounts |
            | CU | a service provider's plan for its customer centre |

            """);
        foreach (IGrouping<string, CatalogueEntry> family in catalogue.GroupBy(entry => entry.Standard.Family))
        {
            string own = family.First().Family.ToLowerInvariant();
            page.Append(culture, $"\n## {family.Key}{Say(": ", "\uFF1A")}{Say(family.First().Family, Families[family.Key].Title)}\n\n");
            page.Append(Say($"[What each comes to, and its facts](families/{Families[family.Key].Page}.md)\n\n", $"[所需的事实](families/{own}.md)\n\n"));
            Append(page, family);
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The Ids of all standards, for analyzers, which run where the library does not.</summary>
    public static string WriteIds(StandardCatalogue catalogue)
    {
        StringBuilder code = new("""
            namespace ServicePolicy.Analyzers;

            /// <summary>The Ids of the library's standards, for a compiler that does not run the library. Made from the catalogue, as docs/standards.md says.</summary>
            internal static class StandardIds
            {
                public static readonly string[] All =
                [

            """);
        foreach (string[] line in catalogue.GroupBy(entry => entry.Standard.Family).SelectMany(family => family.Select(entry => $"\"{entry.Standard.Id}\"").Chunk(14)))
        {
            code.Append("        ").AppendJoin(", ", line).Append(",\n");
        }

        return code.Append("    ];\n}\n").ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The page of a family in Chinese: its standards and its facts, with the words of their JSON.</summary>
    public string WriteFamily(string family)
    {
        StringBuilder page = new();
        page.Append(culture, $"# {family}\uFF1A{Families[family].Title}\n\n[English](../../families/{Families[family].Page}.md) | 简体中文 | [全部标准](../standards.md)\n\n");
        page.Append("本页由代码生成\uFF0C做法见[全部标准](../standards.md)。各条的读法和结论见英文页。\n\n## 标准\n\n");
        Append(page, Entries(family));
        page.Append("\n## 事实\n\n");
        Append(page, Facts(family));
        return page.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>A page by hand, with what the code has of a family between its comments.</summary>
    /// <exception cref="FormatException">A part that the family needs is not there, or has no end.</exception>
    public string Fill(string page, string family)
    {
        StringBuilder standards = new("A figure has its key in configuration. What its mark means, and how this table is made from the code, stands with [all standards](../standards.md).\n\n");
        Append(standards, Entries(family));
        page = Fill(page, $"standards of {family}", standards);
        if (!Facts(family).Any())
        {
            return page;
        }

        StringBuilder facts = new();
        Append(facts, Facts(family));
        return Fill(page, $"facts of {family}", facts);
    }

    private static string Fill(string page, string part, StringBuilder content)
    {
        string begin = $"<!-- made from the code: {part} -->\n";
        const string end = "<!-- end -->";
        return page.Split(begin, 2) is [var before, var after]
            && after.IndexOf("<!--", StringComparison.Ordinal) is >= 0 and var to && after[to..].StartsWith(end, StringComparison.Ordinal)
            ? $"{before}{begin}\n{content}\n{after[to..]}"
            : throw new FormatException($"There is no part between '{begin.Trim()}' and '{end}'. Write both, each on a line of its own.");
    }

    private CatalogueEntry[] Entries(string family) => [.. catalogue.Where(entry => entry.Standard.Family == family)];

    private IEnumerable<FactType> Facts(string family) => FactTypes.Default.All.Where(fact => fact.Type.Namespace!.Split('.')[^1] == Entries(family)[0].Family);

    private void Append(StringBuilder page, IEnumerable<FactType> facts)
    {
        page.Append(Say(
            "Every fact has an `id`. What is not **required** may be left out: it then has not happened, is unknown, or is none. Names are those of [JSON](../json.md); in C# they begin with a capital.\n",
            "每个事实都有 `id`。**必填**的属性不可省略\uFF1B其余的省略即为未发生、未知或没有。名称和取值与 [JSON](../../json.md) 中一致。\n"));
        foreach (FactType fact in facts)
        {
            page.Append(culture, $"\n### {fact.Name}\n\n| {Say("property", "属性")} | {Say("is", "内容")} | |\n| --- | --- | --- |\n");
            foreach (FactProperty property in FactTypes.Default.PropertiesOf(fact.Name).Where(property => property.Name != "id").OrderByDescending(property => property.IsRequired))
            {
                page.Append($"| `{property.Name}` | {Kind(property.Type)} | {(property.IsRequired ? Say("required", "必填") : string.Empty)} |\n".Replace("|  |", "| |", StringComparison.Ordinal));
            }
        }
    }

    private string Kind(Type property)
    {
        Type type = Nullable.GetUnderlyingType(property) ?? property;
        return type == typeof(Occurrence) ? Say("event", "事件")
            : type == typeof(Instant) ? Say("instant", "时刻")
            : type == typeof(Duration) ? Say("length of time", "时长")
            : type == typeof(LocalDate) ? Say("day", "日期")
            : type == typeof(Interval) ? Say("stretch of time", "时间段")
            : type == typeof(IntervalSet) ? Say("stretches of time", "若干时间段")
            : type == typeof(Money) ? Say("money", "金额")
            : type == typeof(Secret) ? Say("secret", "机密文本")
            : type == typeof(Reference) ? Say("reference into another system", "对另一系统的引用")
            : type == typeof(PasswordReuse) ? Say("`none`, `notCompared`, or how many passwords ago", "`none`、`notCompared`\uFF0C或几个密码之前")
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? $"{Say("any number of: ", "若干\uFF1A")}{Kind(type.GenericTypeArguments[0])}"
            : type == typeof(string) ? Say("text", "文本")
            : type == typeof(bool) ? Say("`true` or `false`", "`true` 或 `false`")
            : type.IsPrimitive || type == typeof(decimal) ? Say("number", "数字")
            : type.IsEnum ? string.Join(Say(", ", "、"), Enum.GetNames(type).Select(name => $"`{JsonNamingPolicy.CamelCase.ConvertName(name)}`"))
            : throw new NotSupportedException($"There are no words for properties of the type {type}. Add them above.");
    }

    private void Append(StringBuilder page, IEnumerable<CatalogueEntry> entries)
    {
        page.Append(Say("| standard | title | severity | source | figures |\n| --- | --- | --- | --- | --- |\n", "| 标准 | 标题 | 轻重 | 出处 | 数值 |\n| --- | --- | --- | --- | --- |\n"));
        foreach (CatalogueEntry entry in entries)
        {
            page.Append('|').AppendJoin('|', Cells(entry).Select(cell => cell.Length == 0 ? " " : $" {cell.Replace("|", "\\|", StringComparison.Ordinal)} ")).Append("|\n");
        }
    }

    private string[] Cells(CatalogueEntry entry) =>
    [
        entry.Standard.Id,
        entry.Standard.Title(culture),
        Word(entry.Standard.Severity),
        entry.Standard.DiffersFrom is { } other ? $"{entry.Standard.Source}{Say("; differs from ", "\uFF1B不同于 ")}{other}" : entry.Standard.Source,
        string.Join("<br>", entry.Figures.Select(Text)),
    ];

    private string Text(Figure figure) => figure.Mark == FigureMark.Unset && figure.Value is null
        ? $"`{figure.Path}`{Say(" (unset)", "\uFF08未设\uFF09")}"
        : $"`{figure.Path}` = {figure.Value ?? Say("not set", "未设")}{Say($" ({Word(figure.Mark)})", $"\uFF08{Word(figure.Mark)}\uFF09")}";

    private string Word(Enum value) => !Chinese ? value.ToString().ToLowerInvariant() : value switch
    {
        Severity.Minor => "轻微",
        Severity.Major => "重要",
        Severity.Critical => "严重",
        FigureMark.Given => "给出",
        FigureMark.Assumed => "假定",
        FigureMark.Ours => "确定",
        FigureMark.Unset => "未设",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "There is no Chinese word for it. Add one above."),
    };

    private string Say(string english, string chinese) => Chinese ? chinese : english;
}
