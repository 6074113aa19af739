using System.Collections.Immutable;
using NodaTime;
using ServicePolicy.PostgreSql.Cases;
using ServicePolicy.PostgreSql.DependencyInjection;

namespace ServicePolicy.Orleans.Cases;

/// <summary>A hot case: read once, decided in memory, recorded through the store.</summary>
internal sealed class CaseGrain(PostgreSqlCaseStore store, PolicyEngine engine, PostgreSqlOptions options) : Grain, ICaseGrain
{
    private PolicyCase? facts;
    private long version;

    private string Id => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task<CaseAnswer> OpenAsync(PolicyCase facts, Instant now) => Remember(await Recorded(() => store.OpenAsync(Id, facts, now)));

    public async Task<CaseAnswer> RecordAsync(ImmutableArray<IFact> facts, Instant now, long? expectedVersion) =>
        Remember(await Recorded(() => store.RecordAsync(Id, facts, now, expectedVersion)));

    public Task<CaseAnswer> DecideAsync(Instant asOf) => facts is null
        ? throw new CaseNotOpenException(Id, isClosed: false)
        : Task.FromResult(CaseAnswer.Of(version, engine.Evaluate(facts, asOf), options.FactTypes));

    public Task<PolicyCase?> FactsAsync() => Task.FromResult(facts);

    public Task<bool> CloseAsync(Instant now) => store.CloseAsync(Id, now);

    private CaseAnswer Remember(CaseReceipt receipt)
    {
        facts = receipt.Case;
        version = receipt.Version;
        return CaseAnswer.Of(receipt.Version, receipt.Decision, options.FactTypes);
    }

    /// <summary>Where recording failed nobody knows what is stored, so that it is read again.</summary>
    private async Task<CaseReceipt> Recorded(Func<Task<CaseReceipt>> record)
    {
        try
        {
            return await record();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        StoredCase? stored = await store.FindAsync(Id, cancellationToken);
        facts = stored?.Case;
        version = stored?.Version ?? 0;
    }
}
