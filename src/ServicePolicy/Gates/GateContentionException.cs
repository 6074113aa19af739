namespace ServicePolicy.Gates;

/// <summary>A store refused write after write: others are always ahead, or the store breaks its contract.</summary>
public sealed class GateContentionException : Exception
{
    internal GateContentionException(GateKey key, int tries)
        : base($"Gate '{key.Scope}': {tries} writes in a row were refused for one key. Check that the store writes when the version given is the one stored, and adds one to it.")
    {
        Key = key;
        Tries = tries;
    }

    /// <summary>The key.</summary>
    public GateKey Key { get; }

    /// <summary>How many writes were refused.</summary>
    public int Tries { get; }
}
