namespace ServicePolicy.PostgreSql.Deadlines;

/// <summary>Exceptions as text that the database keeps; logs tell only their types, since a handler's may quote anything.</summary>
internal static class Errors
{
    private const int Most = 2000;

    public static string Text(Exception error)
    {
        string text = $"{error.GetType().FullName}: {error.Message}".Replace("\0", string.Empty, StringComparison.Ordinal);
        text = text.Length <= Most ? text : text[..Most];
        return string.Concat(text.EnumerateRunes());
    }
}
