using ServicePolicy.Inspection;
using Xunit;

namespace ServicePolicy.Tests.Inspection;

public sealed class BreachMapTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" HND-10  INS-03 ,HND-08 INS-08.01", "HND-08 INS-08.01, HND-10 INS-03")]
    public void TryParse_Map_IsReadInTheOrderOfItsClauses(string text, string expected)
    {
        Assert.True(BreachMap.TryParse(text, out BreachMap? map));
        Assert.Equal(expected, map.ToString());
        Assert.Equal(map, BreachMap.Parse(map.ToString()));
    }

    [Theory]
    [InlineData("HND-10")]
    [InlineData("HND-10 INS-03 INS-04")]
    [InlineData("HND-10 INS-03, HND-10 INS-04")]
    [InlineData("HND-10 INS-99")]
    [InlineData("HND-10 INS-03.99")]
    [InlineData("HND-10 INS-01")]
    [InlineData("HND-10 INS-08")]
    public void TryParse_WhatIsNoMap_IsRefused(string text)
    {
        Assert.False(BreachMap.TryParse(text, out _));
        Assert.Contains($"'{text}' is no map of breaches.", Assert.Throws<FormatException>(() => BreachMap.Parse(text)).Message);
    }

    [Fact]
    public void Equals_OtherEntries_Differs()
    {
        Assert.NotEqual(BreachMap.Parse("HND-10 INS-03"), BreachMap.Parse("HND-10 INS-04"));
        Assert.NotEqual(BreachMap.Parse("HND-10 INS-03"), BreachMap.Parse(string.Empty));
        Assert.Equal(BreachMap.Parse("HND-10 INS-03").GetHashCode(), BreachMap.Parse("HND-10  INS-03").GetHashCode());
    }
}
