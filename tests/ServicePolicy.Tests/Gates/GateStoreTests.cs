using ServicePolicy.Gates;
using ServicePolicy.Testing.Gates;
using Xunit;

namespace ServicePolicy.Tests.Gates;

/// <summary>Holds a store to its contract, check by check; the tests of a store derive from this and make one.</summary>
public abstract class GateStoreTests
{
    public static TheoryData<string> StoreChecks => [.. GateStoreContract.Checks.Select(check => check.Name)];

    public static TheoryData<string> GateChecks => [.. GateContract.Checks.Select(check => check.Name)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(StoreChecks))]
    public async Task Store_Contract_Holds(string check) => await GateStoreContract.Checks.Single(one => one.Name == check).RunAsync(await StoreAsync(), Cancel);

    [Theory]
    [MemberData(nameof(GateChecks))]
    public async Task GateOnTheStore_Contract_Holds(string check) => await GateContract.Checks.Single(one => one.Name == check).RunAsync(new Gate(await StoreAsync()), Cancel);

    protected abstract ValueTask<IGateStore> StoreAsync();
}
