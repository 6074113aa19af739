using System.Text;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using ServicePolicy.Serialization;
using Xunit;

namespace ServicePolicy.Tests.Serialization;

/// <summary>Strict: whatever is no fact is refused, all of it at once, and nothing is passed over.</summary>
public sealed class FactReaderTests
{
    private const string Complaint = """{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z"}""";
    private static readonly Complaint Read = new() { Id = "1", ReceivedAt = Instant.FromUtc(2026, 11, 20, 1, 0) };

    [Theory]
    [InlineData(Complaint)]
    [InlineData("\uFEFF" + Complaint)]
    [InlineData(" \r\n\t" + Complaint + "\n ")]
    [InlineData("""{"receivedAt":"2026-11-20T01:00:00Z","id":"1","type":"complaint"}""")]
    [InlineData("""{"id":"1","type":"complaint","receivedAt":"2026-11-20T01:00:00Z"}""")]
    [InlineData("""{"\u0074ype":"compl\u0061int","\u0069d":"\u0031","receivedAt":"2026\u002D11-20T01:00:00Z","tier":"unk\u006eown"}""")]
    [InlineData("""{"root":{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z"}}""")]
    [InlineData("""{"facts":[],"root":{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z"}}""")]
    public void ReadCase_HoweverItIsWritten_IsTheSame(string json)
    {
        Assert.Equal(Read, PolicyJson.ReadCase(json).Root);
        Assert.Equal(Read, PolicyJson.ReadCase(Encoding.UTF8.GetBytes(json)).Root);
    }

    [Fact]
    public void ReadFact_SeveralMistakes_AreToldTogether()
    {
        FactFormatException error = Assert.Throws<FactFormatException>(() => PolicyJson.ReadFact("""
            {"type":"complaint","id":7,
             "tier":"VIP","colour":"red","filedBy":"accountHolder","tier":"vip",
             "resolved":"yesterday"}
            """));

        Assert.Equal(
            [
                (1, 26, "id", "id: '7' is not text: put it into quotes."),
                (2, 9, "tier", "tier: 'VIP' is not one of unknown, ordinary, goTone, vip."),
                (2, 15, "colour", "'colour' is no property of complaint."),
                (2, 56, "tier", "'tier' stands twice. Leave one out."),
                (3, 13, "resolved", "resolved: 'yesterday' is not an event:"),
                (1, 1, "receivedAt", "'receivedAt' is missing: every complaint has it. Add it."),
            ],
            error.Mistakes.Select(mistake => (mistake.Line, mistake.Column, mistake.Path, Beginning(mistake.Message))));
        Assert.Equal(string.Join(" | ", error.Mistakes.Select(mistake => mistake.Message)), error.Message);

        static string Beginning(string message) => message.Split(" The properties are")[0].Split(" give the instant")[0];
    }

    [Fact]
    public void ReadCase_MistakesInSeveralFacts_AreToldTogether()
    {
        FactFormatException error = Assert.Throws<FactFormatException>(() => PolicyJson.ReadCase("""
            {"root":{"type":"complaint","id":"1"},
             "more":1,
             "facts":[{"type":"complant"},7,{"id":"1"},{"type":"refundPayment","id":"2","chargeId":"3","paidAt":"now","amount":5}],
             "facts":[]}
            """));

        Assert.Equal(
            ["root.receivedAt", "", "facts[0].type", "facts[1]", "facts[2]", "facts[3].paidAt", "facts[3].amount", "facts"],
            error.Mistakes.Select(mistake => mistake.Path));
        Assert.Equal([1, 2, 3, 3, 3, 3, 3, 4], error.Mistakes.Select(mistake => mistake.Line));
    }

    [Fact]
    public void ReadFact_MistakesWithoutEnd_StopsAtSome() =>
        Assert.Equal(20, Assert.Throws<FactFormatException>(() => PolicyJson.ReadFact("{\"type\":\"complaint\"" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $",\"p{i}\":{i}")) + "}")).Mistakes.Count);

    [Theory]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","suspended":[{"start":"2026-11-20T01:00:00Z","end":null,"end":"2026-11-20T01:00:00Z"}]}""", 122, "suspended: 'end' is not wanted twice: leave one out.")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","suspended":[{"start":null,"start":null}]}""", 93, "suspended: 'start' is not wanted twice: leave one out.")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","suspended":[{"begin":null}]}""", 80, "suspended: 'begin' is not a property of a stretch of time: there are start, end.")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","ticket":{"state":"unknown","state":"unknown"}}""", 94, "ticket: 'state' is not wanted twice: leave one out.")]
    [InlineData("""{"type":"complaint","type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z"}""", 21, "'type' stands twice. Leave one out.")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","\u0069d":"1"}""", 66, "'id' stands twice. Leave one out.")]
    public void ReadFact_NameTwiceAtAnyDepth_IsRefused(string json, int column, string message)
    {
        FactFormatException error = Assert.Throws<FactFormatException>(() => PolicyJson.ReadFact(json));

        Assert.Equal((message, 1, column), (error.Message, error.Line, error.Column));
    }

    [Theory]
    [InlineData("""{"type":"complaint","id":"\ud800","receivedAt":"2026-11-20T01:00:00Z"}""", 26)]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","ticket":"a\udc00"}""", 75)]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","tier":"\ud800"}""", 73)]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"\ud83d\ud83d"}""", 43)]
    public void ReadFact_HalfOfASurrogatePair_IsNoText(string json, int column)
    {
        FactFormatException error = Assert.Throws<FactFormatException>(() => PolicyJson.ReadFact(json));

        Assert.Contains("is no valid text: its bytes or escapes are broken. Write it in UTF-8.", error.Message, StringComparison.Ordinal);
        Assert.Equal(column, error.Column);
    }

    [Fact]
    public void ReadFact_StringWithHalfOfASurrogatePair_IsRefusedThere()
    {
        FactFormatException error = Assert.Throws<FactFormatException>(() => PolicyJson.ReadFact("{\"type\":\"complaint\",\n \"id\":\"😀\uD800\"}"));

        Assert.StartsWith("Half of a surrogate pair stands alone here", error.Message, StringComparison.Ordinal);
        Assert.Equal((2, 10), (error.Line, error.Column));
    }

    [Theory]
    [InlineData("\ud800\"")]
    [InlineData("\udc00\":1")]
    public void ReadFact_NameThatIsNoText_IsRefused(string rest) =>
        Assert.Throws<FactFormatException>(() => PolicyJson.ReadFact([.. "{\"type\":\"complaint\",\""u8, 0xED, 0xA0, 0x80, .. Encoding.UTF8.GetBytes(rest)]));

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void ReadCase_Utf16_SaysSo(string encoding)
    {
        Encoding utf16 = Encoding.GetEncoding(encoding);

        Assert.Equal("The text is in UTF-16. Save it as UTF-8.", Assert.Throws<FactFormatException>(() => PolicyJson.ReadCase([.. utf16.GetPreamble(), .. utf16.GetBytes(Complaint)])).Message);
    }

    /// <summary>What System.Text.Json says of broken JSON quotes the rest of it; ours says what is wanted, and where.</summary>
    [Theory]
    [InlineData("""{"type":"complaint","id":none,"ticket":"T-1"}""", 27, "a value is wanted: text in quotes, a number, true, false, null, an object or a list.")]
    [InlineData("""{"type":"complaint" "id":"1"}""", 21, "a comma is wanted and another item, or the closing bracket without one.")]
    [InlineData("""{"type":"complaint",}""", 21, "a comma is wanted and another item, or the closing bracket without one.")]
    [InlineData("""{type:"complaint"}""", 2, "a name in quotes is wanted, or }.")]
    [InlineData("""{"type":"complaint","id":"a\qb"}""", 29, "a text has an escape or a character that cannot stand in it; line breaks are written \\n.")]
    [InlineData("""{"type":"complaint","suspended":[,]}""", 34, "a value is wanted, or ].")]
    [InlineData("""{"type":"complaint"} x""", 22, "nothing may follow the end.")]
    [InlineData("hello", 1, "an object, {\"type\":…}, is wanted.")]
    public void ReadCase_BrokenJson_SaysWhatIsWanted(string json, int column, string wanted)
    {
        FactFormatException error = Assert.Throws<FactFormatException>(() => PolicyJson.ReadCase(json));

        Assert.Equal(($"This is no JSON: {wanted} Correct it here.", column), (error.Message, error.Column));
    }

    [Theory]
    [InlineData("1e-30")]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("1e29")]
    [InlineData("123456789012345678901234567890")]
    public void ReadFact_AmountThatWouldBeRounded_IsRefused(string amount) =>
        Assert.Equal("amount", Assert.Throws<FactFormatException>(() => PolicyJson.ReadFact(Payment(amount))).Path);

    [Theory]
    [InlineData("12.50", 12.50)]
    [InlineData("1e2", 100)]
    [InlineData("-0", 0)]
    public void ReadFact_Amount_IsExactlyThat(string amount, double expected) =>
        Assert.Equal((decimal)expected, Assert.IsType<RefundPayment>(PolicyJson.ReadFact(Payment(amount))).Amount.Amount);

    [Fact]
    public void ReadFact_LongValue_IsCutInTheMessageBetweenCharacters()
    {
        string tier = string.Concat(Enumerable.Repeat("😀", 100_000));
        FactFormatException error = Assert.Throws<FactFormatException>(() => PolicyJson.ReadFact($$"""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","tier":"{{tier}}"}"""));

        Assert.Equal($"tier: '{tier[..120]}…' is not one of unknown, ordinary, goTone, vip.", error.Message);
    }

    [Fact]
    public void ReadFact_LongName_IsCutInMessageAndPath()
    {
        FactMistake mistake = Assert.Throws<FactFormatException>(() => PolicyJson.ReadFact($$"""{"type":"complaint","{{new string('x', 100_000)}}":1}""")).Mistakes[0];

        Assert.InRange(mistake.Path.Length, 1, 300);
        Assert.InRange(mistake.Message.Length, 1, 1_000);
    }

    private static string Payment(string amount) =>
        $$$"""{"type":"refundPayment","id":"1","chargeId":"2","paidAt":"2026-11-20T01:00:00Z","amount":{"amount":{{{amount}}},"currency":"CNY"}}""";
}
