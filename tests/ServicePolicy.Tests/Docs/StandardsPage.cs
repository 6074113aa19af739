using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using ServicePolicy.Catalogue;
using ServicePolicy.Serialization;
using ServicePolicy.Time;

namespace ServicePolicy.Tests.Docs;

/// <summary>The pages that list standards, and in Chinese the facts of each family, as the code has them.</summary>
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

    private bool Chinese => culture.TwoLetterISOLanguageName == "zh";

    /// <summary>The page of all standards.</summary>
    public string Write()
    {
        StringBuilder page = new();
        page.Append(Chinese ? $"""
            # 标准

            [English](../standards.md) | 简体中文

            目录第 {StandardCatalogue.CatalogueVersion} 版共 {catalogue.Count} 条标准，数值取自 `ServiceStandards.Default`。本页由代码生成；重新生成：

            ```
            SERVICEPOLICY_WRITE_DOCS=true dotnet run --project tests/ServicePolicy.Tests -- -class '*StandardsPageTests'
            ```

            数值有四种来历：手册**给出**；手册只有一个词或没有写，由我们**假定**；手册隐含，确切的读法由我们**确定**；**未设**，即宿主设定之前该条不执行。

            """ : $"""
            # Standards

            English | [简体中文](zh-Hans/standards.md)

            All {catalogue.Count} standards of catalogue version {StandardCatalogue.CatalogueVersion}, with the figures that `ServiceStandards.Default` has. Made from the code; to make it again:

            ```
            SERVICEPOLICY_WRITE_DOCS=true dotnet run --project tests/ServicePolicy.Tests -- -class '*StandardsPageTests'
            ```

            A figure is **given** by the handbook, **assumed** where the handbook has only a word or nothing, **ours** where the exact reading is, or **unset**: then the
            clause is not enforced until a host sets it.

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

    /// <summary>The page of a family in Chinese: its standards and its facts, with the words of their JSON.</summary>
    public string WriteFamily(string family)
    {
        CatalogueEntry[] entries = [.. catalogue.Where(entry => entry.Standard.Family == family)];
        StringBuilder page = new();
        page.Append(culture, $"# {family}\uFF1A{Families[family].Title}\n\n[English](../../families/{Families[family].Page}.md) | 简体中文 | [全部标准](../standards.md)\n\n");
        page.Append("本页由代码生成\uFF0C做法见[全部标准](../standards.md)。各条的读法和结论见英文页。\n\n## 标准\n\n");
        Append(page, entries);
        page.Append("\n## 事实\n\n每个事实都有 `id`。**必填**的属性不可省略\uFF1B其余的省略即为未发生、未知或没有。名称和取值与 [JSON](../../json.md) 中一致。\n");
        foreach (FactType fact in FactTypes.Default.All.Where(fact => fact.Type.Namespace!.Split('.')[^1] == entries[0].Family))
        {
            page.Append(culture, $"\n### {fact.Name}\n\n| 属性 | 内容 | |\n| --- | --- | --- |\n");
            foreach (FactProperty property in FactTypes.Default.PropertiesOf(fact.Name).Where(property => property.Name != "id").OrderByDescending(property => property.IsRequired))
            {
                page.Append($"| `{property.Name}` | {Kind(property.Type)} | {(property.IsRequired ? "必填" : string.Empty)} |\n".Replace("|  |", "| |", StringComparison.Ordinal));
            }
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string Kind(Type property)
    {
        Type type = Nullable.GetUnderlyingType(property) ?? property;
        return type == typeof(Occurrence) ? "事件"
            : type == typeof(Instant) ? "时刻"
            : type == typeof(Duration) ? "时长"
            : type == typeof(LocalDate) ? "日期"
            : type == typeof(Interval) ? "时间段"
            : type == typeof(IntervalSet) ? "若干时间段"
            : type == typeof(Money) ? "金额"
            : type == typeof(Secret) ? "机密文本"
            : type == typeof(Reference) ? "对另一事实的引用"
            : type == typeof(ImmutableArray<string>) ? "若干文本"
            : type == typeof(string) ? "文本"
            : type == typeof(bool) ? "`true` 或 `false`"
            : type.IsPrimitive || type == typeof(decimal) ? "数字"
            : type.IsEnum ? string.Join("、", Enum.GetNames(type).Select(name => $"`{JsonNamingPolicy.CamelCase.ConvertName(name)}`"))
            : $"`{type.Name}`";
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
