using NodaTime;
using ServicePolicy.Gates;
using Xunit;

namespace ServicePolicy.Tests.Gates;

public sealed class GateKeyTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("scope", null)]
    [InlineData("", "subject")]
    [InlineData("scope", "")]
    public void Key_WithoutScopeOrSubject_IsRefused(string? scope, string? subject) => Assert.ThrowsAny<ArgumentException>(() => new GateKey(scope!, subject!));

    [Fact]
    public void Key_TextThatNoStoreCanKeep_IsRefusedAndSaysWhere()
    {
        Assert.StartsWith(@"The subject of a gate's key has a NUL at 3, 'liw\u0000ei'. Give text without it.", Refused("liw\0ei"), StringComparison.Ordinal);
        Assert.StartsWith(@"The subject of a gate's key is no valid Unicode, 'a\ud800b': a surrogate at 1 stands alone.", Refused("a\ud800b"), StringComparison.Ordinal);
        Assert.StartsWith(@"The subject of a gate's key is no valid Unicode, '\udc00': a surrogate at 0 stands alone.", Refused("\udc00"), StringComparison.Ordinal);
        Assert.StartsWith("The subject of a gate's key has 401 characters, 'xxxx", Refused(new string('x', 401)), StringComparison.Ordinal);

        static string Refused(string subject) => Assert.Throws<ArgumentException>(() => new GateKey("scope", subject, new Interval(null, null))).Message;
    }

    [Fact]
    public void Key_WholeCharactersToTheLimit_IsAKey()
    {
        Assert.Equal(400, new GateKey(new string('s', 400), string.Concat(Enumerable.Repeat("😀", 200))).Subject.Length);
    }
}
