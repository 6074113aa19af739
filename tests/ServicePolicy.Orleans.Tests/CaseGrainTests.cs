using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Credentials;
using ServicePolicy.Orleans.Cases;
using ServicePolicy.PostgreSql.Cases;
using ServicePolicy.PostgreSql.Tests;
using Xunit;

namespace ServicePolicy.Orleans.Tests;

[Collection<Cluster>]
public sealed class CaseGrainTests(Cluster cluster)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Facts of the library and of the host go there and back; what was answered is in the store.</summary>
    [Fact]
    public async Task Case_OpenedAndRecorded_IsDecidedFromMemoryAndStoredBeforeItIsAnswered()
    {
        ICaseGrain grain = Grain("G1");
        CaseAnswer opened = await grain.OpenAsync(Example.Case(), Example.Taken);
        Assert.Equal((1, PolicyOutcome.Pending, Example.AtRisk), (opened.Version, opened.Outcome, opened.NextChange));
        Assert.Equal(1, (await cluster.Store.FindAsync("G1", Cancel))!.Version);
        Assert.Equal(PolicyOutcome.Breached, (await grain.DecideAsync(Example.Breached)).Outcome);
        Assert.Equal(PolicyOutcome.AtRisk, (await grain.DecideAsync(Example.Breached - Duration.Epsilon)).Outcome);

        CallBack callBack = new() { Id = "CB-1", AgreedFor = Example.Taken + Duration.Epsilon };
        CaseAnswer recorded = await grain.RecordAsync([callBack], Example.AtRisk, expectedVersion: 1);
        Assert.Equal((2, PolicyOutcome.AtRisk), (recorded.Version, recorded.Outcome));
        Assert.Equal([Example.Complaint(), callBack], (await grain.FactsAsync())!.Facts);
        Assert.Equal([Example.Complaint(), callBack], (await cluster.Store.FindAsync("G1", Cancel))!.Case.Facts);
        Assert.True(await grain.CloseAsync(Example.AtRisk));
        Assert.False(await grain.CloseAsync(Example.AtRisk));
    }

    /// <summary>Exceptions arrive as what they are, with what they carry.</summary>
    [Fact]
    public async Task Case_WhatCannotBe_IsToldToTheClient()
    {
        CaseNotOpenException missing = await Assert.ThrowsAsync<CaseNotOpenException>(() => Grain("G2").DecideAsync(Example.Taken));
        Assert.Equal("There is no case 'G2'. Open it first.", missing.Message);
        Assert.Null(await Grain("G2").FactsAsync());
        await Grain("G2").OpenAsync(Example.Case(), Example.Taken);
        CaseConflictException conflict = await Assert.ThrowsAsync<CaseConflictException>(() => Grain("G2").RecordAsync([Example.Complaint() with { KeyCustomer = YesNo.No }], Example.Taken, 7));
        Assert.Equal(("G2", 7, 1), (conflict.CaseId, conflict.Expected, conflict.Stored));
        Assert.Equal("Case 'G2' was expected at version 7 and is at 1. Read it again, and record what is still true.", conflict.Message);
        InvalidFactException invalid = await Assert.ThrowsAsync<InvalidFactException>(() => Grain("G2").RecordAsync([Example.Complaint() with { Resolved = Example.Taken - Duration.Epsilon }], Example.Taken, null));
        Assert.Contains("Complaint CP-1017", invalid.Message, StringComparison.Ordinal);
    }

    /// <summary>A fact with a secret does not leave the process.</summary>
    [Fact]
    public async Task Case_Secret_IsRefused()
    {
        PasswordCandidate candidate = new() { Id = "P1", AccountId = "A1", ProposedAt = Example.Taken, Password = new Secret("nimdA2026") };
        Exception refused = await Assert.ThrowsAnyAsync<Exception>(() => Grain("G3").OpenAsync(new PolicyCase(candidate), Example.Taken));

        Assert.Contains("has a secret", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("nimdA2026", refused.ToString(), StringComparison.Ordinal);
        Assert.Null(await cluster.Store.FindAsync("G3", Cancel));
    }

    /// <summary>Facts that were recorded past the grain: it finds out when it next records.</summary>
    [Fact]
    public async Task Case_RecordedPastTheGrain_IsTakenUpWithTheNextRecord()
    {
        await Grain("G4").OpenAsync(Example.Case(), Example.Taken);
        await cluster.Store.RecordAsync("G4", [new CallBack { Id = "CB-1", AgreedFor = Example.Taken }], Example.Taken, cancellationToken: Cancel);
        CaseAnswer recorded = await Grain("G4").RecordAsync([new CallBack { Id = "CB-2", AgreedFor = Example.Taken }], Example.Taken, null);

        Assert.Equal(3, recorded.Version);
        Assert.Equal(3, (await Grain("G4").FactsAsync())!.Facts.Length);
    }

    private ICaseGrain Grain(string id) => cluster.Client.GetRequiredService<IGrainFactory>().GetGrain<ICaseGrain>(id);
}
