using System.Text;
using ServicePolicy.Serialization;
using Xunit;

namespace ServicePolicy.Tests.Serialization;

public sealed class ItemScannerTests
{
    [Theory]
    [InlineData("""{"a":[1,{"b":"}]"}],"c":"\"}"}""")]
    [InlineData("""["\\",{}]""")]
    [InlineData("\"a ] } \\\" \\\\\"")]
    [InlineData("12.5e3")]
    [InlineData("nonsense")]
    public void End_WholeItem_IsBehindItsLastByte(string item)
    {
        byte[] bytes = Encoding.UTF8.GetBytes($"{item} ,{{}}");

        Assert.Equal(item.Length, new ItemScanner().End(bytes));
        Assert.Equal(item.Length, InPieces(bytes));
    }

    [Theory]
    [InlineData("""{"a":[}""", 7)]
    [InlineData("{]", 2)]
    [InlineData("{\"a\":\"b\nc\"}", 8)]
    public void End_WhatIsNoJson_IsWhereThatShows(string item, int end) => Assert.Equal(end, InPieces(Encoding.UTF8.GetBytes($"{item} and more")));

    [Fact]
    public void End_NestedTooDeep_EndsThere() => Assert.Equal(65, new ItemScanner().End(Encoding.UTF8.GetBytes(new string('[', 1000))));

    [Theory]
    [InlineData("{\"a\":1")]
    [InlineData("\"a\\")]
    [InlineData("12")]
    public void End_ItemThatGoesOn_IsNotKnownYet(string item) => Assert.Equal(-1, InPieces(Encoding.UTF8.GetBytes(item)));

    /// <summary>Gives a byte more each time, and spoils those that were looked at: nobody may look again.</summary>
    private static int InPieces(byte[] item)
    {
        ItemScanner scanner = default;
        byte[] given = [.. item];
        int end = -1;
        for (int length = 1; length <= item.Length && end < 0; length++)
        {
            end = scanner.End(given.AsSpan(0, length));

            // The first byte tells what sort of item it is, and the last may be half of an escape.
            if (length > 2)
            {
                given[length - 2] = 0;
            }
        }

        return end;
    }
}
