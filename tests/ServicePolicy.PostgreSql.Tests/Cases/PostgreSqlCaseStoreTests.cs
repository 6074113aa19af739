using NodaTime;
using Npgsql;
using ServicePolicy.Complaints;
using ServicePolicy.Credentials;
using ServicePolicy.PostgreSql.Cases;
using ServicePolicy.Refunds;
using Xunit;

namespace ServicePolicy.PostgreSql.Tests.Cases;

public sealed class PostgreSqlCaseStoreTests(TestDatabase database)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public async Task Open_Case_IsReadBackWithWhatWasDecided(int partitions)
    {
        PostgreSqlCaseStore store = await StoreAsync(partitions);
        CaseReceipt receipt = await store.OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel);
        StoredCase stored = (await store.FindAsync("C1", Cancel))!;

        Assert.Equal((1, PolicyOutcome.Pending), (receipt.Version, receipt.Decision.Outcome));
        Assert.Equal(Example.Case().Facts, stored.Case.Facts);
        Assert.Equal((1, Example.Taken, PolicyOutcome.Pending, Example.AtRisk), (stored.Version, stored.AsOf, stored.Outcome, stored.Due));
        Assert.Null(stored.ClosedAt);
        Assert.Null(await store.FindAsync("C2", Cancel));
    }

    /// <summary>The due of a breach is a tick after the limit: 09:00:00.000000001, which no time of the database holds.</summary>
    [Fact]
    public async Task Open_AtRisk_IsDueToTheNanosecond()
    {
        PostgreSqlCaseStore store = await StoreAsync();
        await store.OpenAsync("C1", Example.Case(), Example.AtRisk, cancellationToken: Cancel);

        Assert.Equal(Instant.FromUtc(2026, 11, 20, 9, 0) + Duration.Epsilon, (await store.FindAsync("C1", Cancel))!.Due);
    }

    [Fact]
    public async Task Record_FactOfTheSameKey_TakesItsPlace()
    {
        PostgreSqlCaseStore store = await StoreAsync();
        await store.OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel);
        DisputedCharge charge = Charge("CH-1");
        CaseReceipt added = await store.RecordAsync("C1", [charge], Example.Taken + Duration.FromHours(1), cancellationToken: Cancel);
        Complaint resolved = Example.Complaint() with { Resolved = Example.Taken + Duration.FromHours(2), FirstReply = Example.Taken + Duration.FromHours(2) };
        CaseReceipt replaced = await store.RecordAsync("C1", [resolved], Example.Taken + Duration.FromHours(2), expectedVersion: 2, cancellationToken: Cancel);
        StoredCase stored = (await store.FindAsync("C1", Cancel))!;

        Assert.Equal((2, 3), (added.Version, replaced.Version));
        Assert.Equal(resolved, stored.Case.Root);
        Assert.Equal([resolved, charge], stored.Case.Facts);
        Assert.Equal(PolicyOutcome.Met, stored.Outcome);
    }

    /// <summary>What was known when: the facts by when they were recorded, each in the version of then.</summary>
    [Fact]
    public async Task FindKnown_AnyInstant_GivesWhatWasRecordedByThen()
    {
        PostgreSqlCaseStore store = await StoreAsync();
        Complaint resolved = Example.Complaint() with { Resolved = Example.Taken + Duration.FromHours(2) };
        Instant second = Example.Taken + Duration.FromHours(3), third = second + Duration.Epsilon;
        await store.OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel);
        await store.RecordAsync("C1", [Charge("CH-1")], second, cancellationToken: Cancel);
        await store.RecordAsync("C1", [resolved], third, cancellationToken: Cancel);

        Assert.Null(await store.FindKnownAsync("C1", Example.Taken - Duration.Epsilon, Cancel));
        Assert.Equal([Example.Complaint()], (await store.FindKnownAsync("C1", second - Duration.Epsilon, Cancel))!.Facts);
        Assert.Equal([Example.Complaint(), Charge("CH-1")], (await store.FindKnownAsync("C1", second, Cancel))!.Facts);
        Assert.Equal([resolved, Charge("CH-1")], (await store.FindKnownAsync("C1", third, Cancel))!.Facts);
    }

    [Fact]
    public async Task Record_AnotherVersion_IsAConflictAndRecordsNothing()
    {
        PostgreSqlCaseStore store = await StoreAsync();
        await store.OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel);
        CaseConflictException conflict = await Assert.ThrowsAsync<CaseConflictException>(() => store.RecordAsync("C1", [Charge("CH-1")], Example.Taken, expectedVersion: 2, cancellationToken: Cancel));

        Assert.Equal("Case 'C1' was expected at version 2 and is at 1. Read it again, and record what is still true.", conflict.Message);
        Assert.Equal(1, (await store.FindAsync("C1", Cancel))!.Version);
    }

    /// <summary>A call whose answer was lost is made again: nothing is recorded twice, and it does not fail.</summary>
    [Fact]
    public async Task OpenAndRecord_TheSameAgain_RecordOnce()
    {
        PostgreSqlCaseStore store = await StoreAsync();
        Assert.Equal(1, (await store.OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel)).Version);
        Assert.Equal(2, (await store.RecordAsync("C1", [Charge("CH-1")], Example.Taken, expectedVersion: 1, cancellationToken: Cancel)).Version);
        Assert.Equal(1, (await store.OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel)).Version);
        Assert.Equal(2, (await store.RecordAsync("C1", [Charge("CH-1")], Example.Taken, expectedVersion: 1, cancellationToken: Cancel)).Version);
        Assert.Equal(2, (await store.FindAsync("C1", Cancel))!.Version);

        CaseConflictException conflict = await Assert.ThrowsAsync<CaseConflictException>(() => store.OpenAsync("C1", Example.Case("CP-2"), Example.Taken, cancellationToken: Cancel));
        Assert.Equal("There is a case 'C1' already, opened with other facts. Give this one another Id, or record the facts of that one.", conflict.Message);
    }

    [Fact]
    public async Task Record_ManyAtOnceOnOneCase_AreAllKept()
    {
        PostgreSqlCaseStore store = await StoreAsync();
        await store.OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel);
        CaseReceipt[] receipts = await Task.WhenAll(Enumerable.Range(1, 30).Select(i => store.RecordAsync("C1", [Charge($"CH-{i}")], Example.Taken, cancellationToken: Cancel)));

        Assert.Equal(Enumerable.Range(2, 30).Select(version => (long)version), receipts.Select(receipt => receipt.Version).Order());
        Assert.Equal(31, (await store.FindAsync("C1", Cancel))!.Case.Facts.Length);
    }

    [Fact]
    public async Task Close_Case_TakesNoMoreFactsAndIsNotDue()
    {
        PostgreSqlCaseStore store = await StoreAsync();
        await store.OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel);

        Assert.True(await store.CloseAsync("C1", Example.Taken + Duration.FromHours(1), cancellationToken: Cancel));
        Assert.False(await store.CloseAsync("C1", Example.Taken + Duration.FromHours(2), cancellationToken: Cancel));
        StoredCase stored = (await store.FindAsync("C1", Cancel))!;
        Assert.Equal((Example.Taken + Duration.FromHours(1), null), (stored.ClosedAt, stored.Due));
        Assert.True((await Assert.ThrowsAsync<CaseNotOpenException>(() => store.RecordAsync("C1", [Charge("CH-1")], Example.Breached, cancellationToken: Cancel))).IsClosed);
        Assert.False((await Assert.ThrowsAsync<CaseNotOpenException>(() => store.RecordAsync("C2", [Charge("CH-1")], Example.Breached, cancellationToken: Cancel))).IsClosed);
        await Assert.ThrowsAsync<CaseNotOpenException>(() => store.CloseAsync("C2", Example.Breached, cancellationToken: Cancel));
    }

    [Fact]
    public async Task Purge_ClosedBefore_ForgetsThemWithTheirFacts()
    {
        SchemaName schema = await database.NewSchemaAsync();
        PostgreSqlCaseStore store = new(database.Source, schema, Example.Engine);
        foreach (string id in new[] { "C1", "C2", "C3" })
        {
            await store.OpenAsync(id, Example.Case(), Example.Taken, cancellationToken: Cancel);
        }

        await store.CloseAsync("C1", Example.AtRisk - Duration.Epsilon, cancellationToken: Cancel);
        await store.CloseAsync("C2", Example.AtRisk, cancellationToken: Cancel);

        Assert.Equal(1, await store.PurgeAsync(Example.AtRisk, cancellationToken: Cancel));
        Assert.Null(await store.FindAsync("C1", Cancel));
        Assert.NotNull(await store.FindAsync("C2", Cancel));
        Assert.NotNull(await store.FindAsync("C3", Cancel));
        await using NpgsqlCommand facts = database.Source.CreateCommand($"select count(*) from {schema.Quoted}.case_fact");
        Assert.Equal(2L, await facts.ExecuteScalarAsync(Cancel));
    }

    /// <summary>With the host's own row in one transaction: both, or neither.</summary>
    [Fact]
    public async Task Open_WithinATransactionOfTheHost_IsCommittedOrNotWithIt()
    {
        PostgreSqlCaseStore store = await StoreAsync();
        await using NpgsqlConnection connection = await database.Source.OpenConnectionAsync(Cancel);
        await using (NpgsqlTransaction undone = await connection.BeginTransactionAsync(Cancel))
        {
            await store.OpenAsync("C1", Example.Case(), Example.Taken, undone, Cancel);
            await store.RecordAsync("C1", [Charge("CH-1")], Example.Taken, within: undone, cancellationToken: Cancel);
            await undone.RollbackAsync(Cancel);
        }

        Assert.Null(await store.FindAsync("C1", Cancel));
        await using NpgsqlTransaction done = await connection.BeginTransactionAsync(Cancel);
        await store.OpenAsync("C1", Example.Case(), Example.Taken, done, Cancel);
        await store.RecordAsync("C1", [Charge("CH-1")], Example.Taken, within: done, cancellationToken: Cancel);
        await store.CloseAsync("C1", Example.Taken, done, Cancel);
        await done.CommitAsync(Cancel);
        Assert.Equal(2, (await store.FindAsync("C1", Cancel))!.Version);
    }

    [Fact]
    public async Task Record_FactsThatCannotBe_AreRefusedAndNothingIsKept()
    {
        PostgreSqlCaseStore store = await StoreAsync();
        await store.OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel);
        Complaint impossible = Example.Complaint() with { Resolved = Example.Taken - Duration.Epsilon };
        await Assert.ThrowsAsync<InvalidFactException>(() => store.RecordAsync("C1", [impossible], Example.Taken, cancellationToken: Cancel));
        await Assert.ThrowsAsync<InvalidFactException>(() => store.OpenAsync("C2", new PolicyCase(impossible), Example.Taken, cancellationToken: Cancel));

        Assert.Equal(1, (await store.FindAsync("C1", Cancel))!.Version);
        Assert.Null(await store.FindAsync("C2", Cancel));
    }

    [Fact]
    public async Task Open_Secret_IsRefusedAndNotQuoted()
    {
        PostgreSqlCaseStore store = await StoreAsync();
        PasswordCandidate candidate = new() { Id = "P1", AccountId = "A1", ProposedAt = Example.Taken, Password = new Secret("nimdA2026") };
        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() => store.OpenAsync("C1", new PolicyCase(candidate), Example.Taken, cancellationToken: Cancel));

        Assert.StartsWith("Fact 'PasswordCandidate P1' has a secret, and secrets are not kept.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nimdA2026", refused.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A surrogate that stands alone would be kept as another character, so it is refused; that other character itself is kept.</summary>
    [Fact]
    public async Task Open_TextThatIsNoUnicode_IsRefused()
    {
        PostgreSqlCaseStore store = await StoreAsync();
        Complaint broken = Example.Complaint() with { Matter = "a\ud800" }, legible = Example.Complaint() with { Matter = "a\ufffd\0b😀" };

        Assert.Contains("a surrogate stands alone", (await Assert.ThrowsAsync<ArgumentException>(() => store.OpenAsync("C1", new PolicyCase(broken), Example.Taken, cancellationToken: Cancel))).Message, StringComparison.Ordinal);
        Assert.Contains("has a NUL at 1", (await Assert.ThrowsAsync<ArgumentException>(() => store.OpenAsync("C\0", Example.Case(), Example.Taken, cancellationToken: Cancel))).Message, StringComparison.Ordinal);
        Assert.Contains("a surrogate at 2 stands alone", (await Assert.ThrowsAsync<ArgumentException>(() => store.OpenAsync("C1", Example.Case("CP\udc00"), Example.Taken, cancellationToken: Cancel))).Message, StringComparison.Ordinal);
        await store.OpenAsync("C1", new PolicyCase(legible), Example.Taken, cancellationToken: Cancel);
        Assert.Equal(legible, (await store.FindAsync("C1", Cancel))!.Case.Root);
    }

    /// <summary>Ids are compared by code units: case, accents and composition are not ignored.</summary>
    [Fact]
    public async Task Open_IdsThatDifferByOneCodeUnit_AreTwoCases()
    {
        PostgreSqlCaseStore store = await StoreAsync();
        string[] ids = ["c", "C", "ä", "a\u0308", " c"];
        foreach (string id in ids)
        {
            await store.OpenAsync(id, Example.Case(id), Example.Taken, cancellationToken: Cancel);
        }

        foreach (string id in ids)
        {
            Assert.Equal(id, (await store.FindAsync(id, Cancel))!.Case.Root.Id);
        }
    }

    /// <summary>An instant before the last one counts as the last: for a case, time never goes back.</summary>
    [Fact]
    public async Task Record_ByAClockThatIsBehind_IsAsOfTheLastInstant()
    {
        PostgreSqlCaseStore store = await StoreAsync();
        await store.OpenAsync("C1", Example.Case(), Example.AtRisk, cancellationToken: Cancel);
        CaseReceipt receipt = await store.RecordAsync("C1", [Charge("CH-1")], Example.Taken, cancellationToken: Cancel);

        Assert.Equal((Example.AtRisk, Example.Breached), (receipt.Decision.AsOf, receipt.Decision.NextChange.Instant));
    }

    private static DisputedCharge Charge(string id) => new() { Id = id, ComplaintId = "CP-9", ChargedAt = Example.Taken - Duration.FromDays(3), Overcharge = new Money(12.50m, Currency.Cny) };

    private async Task<PostgreSqlCaseStore> StoreAsync(int partitions = 0) => new(database.Source, await database.NewSchemaAsync(partitions), Example.Engine);
}
