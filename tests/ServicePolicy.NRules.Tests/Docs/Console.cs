namespace ServicePolicy.NRules.Tests.Docs;

/// <summary>Where the example of the README writes, so that it can be asserted.</summary>
internal static class Console
{
    private static readonly StringWriter Written = new();

    public static string Text => Written.ToString();

    public static void WriteLine(string line) => Written.WriteLine(line);
}
