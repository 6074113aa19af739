using System.Collections.Immutable;
using System.Xml.Linq;

namespace ServicePolicy.Testing.Laws;

/// <summary>What the documentation of the library says of its facts.</summary>
internal static class Documentation
{
    /// <summary>The optional properties, by their full names, of whose null it says that nobody knows, knew, counted, …: the one way in which a fact can tell.</summary>
    public static ImmutableHashSet<string> NullsThatNobodyKnows()
    {
        using Stream stream = typeof(Documentation).Assembly.GetManifestResourceStream("ServicePolicy.xml")!;
        return
        [
            .. from member in XDocument.Load(stream).Descendants("member")
               where member.Element("value") is { } value && value.Value.Contains("where nobody", StringComparison.Ordinal)
               select member.Attribute("name")!.Value[2..],
        ];
    }
}
