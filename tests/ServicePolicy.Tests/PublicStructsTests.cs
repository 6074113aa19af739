using System.Reflection;
using Xunit;

namespace ServicePolicy.Tests;

/// <summary>Every public struct has a default that can be compared and printed.</summary>
public sealed class PublicStructsTests
{
    private static readonly MethodInfo Check = typeof(PublicStructsTests).GetMethod(nameof(HasADefault), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static TheoryData<Type> Structs =>
        [.. typeof(PolicyEngine).Assembly.GetExportedTypes().Where(type => type is { IsValueType: true, IsEnum: false, IsGenericTypeDefinition: false, IsByRefLike: false })];

    [Theory]
    [MemberData(nameof(Structs))]
    public void Default_EveryStruct_CanBeComparedAndPrinted(Type type) => Check.MakeGenericMethod(type).Invoke(null, null);

    [Fact]
    public void FirstOrDefault_NoFindings_IsTheDefault()
    {
        Finding none = Array.Empty<Finding>().FirstOrDefault(), some = Probe.Engine.Evaluate(Example.Complaint, Arbitraries.Origin).Findings[0];

        Assert.True(none == default);
        Assert.False(some == default);
        Assert.False(default == some);
        Assert.Contains("no finding", Assert.Throws<InvalidOperationException>(() => none.Standard).Message, StringComparison.Ordinal);
    }

    private static void HasADefault<T>()
        where T : struct
    {
        T value = default;

        Assert.True(value.Equals(default(T)));
        Assert.Equal(value.GetHashCode(), default(T).GetHashCode());
        Assert.NotNull(value.ToString());
    }
}
