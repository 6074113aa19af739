namespace ServicePolicy.Testing.Gates;

/// <summary>One thing that a contract asks for.</summary>
/// <param name="Name">What has to be so, such as <c>keys that differ are apart</c>; unique in its contract.</param>
/// <param name="RunAsync">Tries it; throws <see cref="PolicyAssertionException"/> where it is not so, with what was seen.</param>
public sealed record ContractCheck<T>(string Name, Func<T, CancellationToken, Task> RunAsync)
{
    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Tries all of some checks, each on what is made for it.</summary>
    internal static async Task VerifyAsync(IReadOnlyList<ContractCheck<T>> checks, Func<ValueTask<T>> create, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(create);
        List<string> broken = [];
        foreach (ContractCheck<T> check in checks)
        {
            try
            {
                await check.RunAsync(await create().ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            }
            catch (PolicyAssertionException failure)
            {
                broken.Add($"{check.Name}: {failure.Message}");
            }
        }

        if (broken.Count > 0)
        {
            throw new PolicyAssertionException($"The contract is broken.\n{string.Join('\n', broken)}");
        }
    }

    internal static void Equal<TValue>(TValue expected, TValue came, string what)
    {
        if (!EqualityComparer<TValue>.Default.Equals(expected, came))
        {
            throw new PolicyAssertionException($"{what}: expected '{expected}', came '{came}'.");
        }
    }
}
