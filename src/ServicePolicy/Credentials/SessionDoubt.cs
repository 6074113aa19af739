namespace ServicePolicy.Credentials;

/// <summary>What is unknown of an entry that may be of a session.</summary>
[Flags]
internal enum SessionDoubt : byte
{
    None = 0,
    Kind = 1,
    Place = 2,
}
